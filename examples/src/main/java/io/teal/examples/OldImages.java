package io.teal.examples;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.imagebuilder.CfnLifecyclePolicy;
import software.amazon.awscdk.services.imagebuilder.CfnLifecyclePolicy.ActionProperty;
import software.amazon.awscdk.services.imagebuilder.CfnLifecyclePolicy.AmiExclusionRulesProperty;
import software.amazon.awscdk.services.imagebuilder.CfnLifecyclePolicy.ExclusionRulesProperty;
import software.amazon.awscdk.services.imagebuilder.CfnLifecyclePolicy.FilterProperty;
import software.amazon.awscdk.services.imagebuilder.CfnLifecyclePolicy.IncludeResourcesProperty;
import software.amazon.awscdk.services.imagebuilder.CfnLifecyclePolicy.LastLaunchedProperty;
import software.amazon.awscdk.services.imagebuilder.CfnLifecyclePolicy.PolicyDetailProperty;
import software.amazon.awscdk.services.imagebuilder.CfnLifecyclePolicy.ResourceSelectionProperty;
import software.constructs.Construct;

/**
 * Deletes old images and their snapshots, of those that EC2 Image Builder has made and tagged {@code service=<name>}:
 * all but the newest {@value #KEPT}, those that a host was launched from within {@value #MONTHS} months, and those
 * tagged {@code keep=true}. Tag the image of a version that runs for longer without a launch: a scale-out of it would
 * fail.
 */
final class OldImages extends Construct {
    private static final int KEPT = 20;
    private static final int MONTHS = 6;

    OldImages(Construct scope, String id, String service) {
        super(scope, id);
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("imagebuilder.amazonaws.com"))
                .managedPolicies(List.of(
                        ManagedPolicy.fromAwsManagedPolicyName("service-role/EC2ImageBuilderLifecycleExecutionPolicy")))
                .build();
        CfnLifecyclePolicy.Builder.create(this, "Policy")
                .name(service + "-old-images")
                .resourceType("AMI_IMAGE")
                .executionRole(role.getRoleArn())
                .resourceSelection(ResourceSelectionProperty.builder()
                        .tagMap(Map.of("service", service))
                        .build())
                .policyDetails(List.of(deleteAllButTheNewest()))
                .build();
    }

    private static PolicyDetailProperty deleteAllButTheNewest() {
        return PolicyDetailProperty.builder()
                .action(ActionProperty.builder()
                        .type("DELETE")
                        .includeResources(IncludeResourcesProperty.builder()
                                .amis(true)
                                .snapshots(true)
                                .build())
                        .build())
                .filter(FilterProperty.builder().type("COUNT").value(KEPT).build())
                .exclusionRules(ExclusionRulesProperty.builder()
                        .amis(AmiExclusionRulesProperty.builder()
                                .lastLaunched(LastLaunchedProperty.builder()
                                        .unit("MONTHS")
                                        .value(MONTHS)
                                        .build())
                                .tagMap(Map.of("keep", "true"))
                                .build())
                        .build())
                .build();
    }
}
