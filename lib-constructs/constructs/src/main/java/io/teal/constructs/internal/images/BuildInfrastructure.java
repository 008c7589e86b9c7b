package io.teal.constructs.internal.images;

import io.teal.release.Contract;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.iam.CfnInstanceProfile;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.imagebuilder.CfnInfrastructureConfiguration;
import software.amazon.awscdk.services.imagebuilder.CfnInfrastructureConfiguration.InstanceMetadataOptionsProperty;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** Where images are built and tested: the instances' role, security group and subnet, and their log. */
final class BuildInfrastructure extends Construct {
    private final Role role;
    private final CfnInfrastructureConfiguration configuration;
    private final LogGroup log;

    BuildInfrastructure(
            Construct scope,
            ImageSettings settings,
            IVpc vpc,
            SubnetSelection subnets,
            List<PolicyStatement> permissions) {
        super(scope, "Infrastructure");
        this.role = role(permissions);
        this.configuration = configuration(settings, vpc, subnets);
        this.log = LogGroup.Builder.create(this, "Log")
                .logGroupName("/aws/imagebuilder/" + settings.recipe().name())
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private CfnInfrastructureConfiguration configuration(ImageSettings settings, IVpc vpc, SubnetSelection subnets) {
        SecurityGroup group = SecurityGroup.Builder.create(this, "SecurityGroup")
                .vpc(vpc)
                .description("Image builds: nobody in, everything out")
                .build();
        CfnInstanceProfile profile = CfnInstanceProfile.Builder.create(this, "Profile")
                .roles(List.of(role.getRoleName()))
                .build();
        CfnInfrastructureConfiguration made = CfnInfrastructureConfiguration.Builder.create(this, "Configuration")
                .name(settings.service() + "-images")
                .instanceProfileName(profile.getRef())
                .instanceTypes(List.of(settings.instanceType().toString()))
                .securityGroupIds(List.of(group.getSecurityGroupId()))
                .subnetId(vpc.selectSubnets(subnets).getSubnetIds().get(0))
                .terminateInstanceOnFailure(true)
                .resourceTags(Map.of(Contract.SERVICE_TAG, settings.service()))
                .instanceMetadataOptions(InstanceMetadataOptionsProperty.builder()
                        .httpTokens("required")
                        .build())
                .build();
        // An instance that boots before its subnet has a route out cannot fetch what it installs.
        made.getNode().addDependency(vpc.selectSubnets(subnets).getInternetConnectivityEstablished());
        return made;
    }

    /**
     * The two managed policies are what Image Builder asks for; what the artifact needs stands in the role itself, so
     * that it is there before an instance boots.
     */
    private Role role(List<PolicyStatement> permissions) {
        Role.Builder builder = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .managedPolicies(List.of(
                        ManagedPolicy.fromAwsManagedPolicyName("AmazonSSMManagedInstanceCore"),
                        ManagedPolicy.fromAwsManagedPolicyName("EC2InstanceProfileForImageBuilder")));
        if (!permissions.isEmpty()) {
            builder.inlinePolicies(Map.of(
                    "Delivery",
                    PolicyDocument.Builder.create().statements(permissions).build()));
        }
        return builder.build();
    }

    Role role() {
        return role;
    }

    CfnInfrastructureConfiguration configuration() {
        return configuration;
    }

    /** Image Builder would make it without a retention, and nobody would delete it. */
    LogGroup log() {
        return log;
    }
}
