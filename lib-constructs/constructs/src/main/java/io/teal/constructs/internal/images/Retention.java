package io.teal.constructs.internal.images;

import io.teal.release.Contract;
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
 * Deletes images with their snapshots, of those of the service: never the newest, never one that a host was launched
 * from in the last week, and never one with the tag {@code teal:keep=true}, which every image is made with.
 *
 * <p>Image Builder does not look whether a launch template or a host uses an image. So the tag is taken off by what
 * looks, {@code bin/teal clean}, and without it nothing is deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-lifecycle-rules.html">How lifecycle
 *     management rules work</a>
 */
final class Retention extends Construct {
    Retention(Construct scope, ImageSettings settings) {
        super(scope, "OldImages");
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("imagebuilder.amazonaws.com"))
                .managedPolicies(List.of(
                        ManagedPolicy.fromAwsManagedPolicyName("service-role/EC2ImageBuilderLifecycleExecutionPolicy")))
                .build();
        CfnLifecyclePolicy.Builder.create(this, "Policy")
                .name(settings.service() + "-images")
                .resourceType("AMI_IMAGE")
                .executionRole(role.getRoleArn())
                .resourceSelection(ResourceSelectionProperty.builder()
                        .tagMap(Map.of(Contract.SERVICE_TAG, settings.service()))
                        .build())
                .policyDetails(List.of(PolicyDetailProperty.builder()
                        .action(deletion())
                        .filter(FilterProperty.builder()
                                .type("COUNT")
                                .value(settings.keep())
                                .build())
                        .exclusionRules(inUse())
                        .build()))
                .build();
    }

    private static ActionProperty deletion() {
        return ActionProperty.builder()
                .type("DELETE")
                .includeResources(IncludeResourcesProperty.builder()
                        .amis(true)
                        .snapshots(true)
                        .build())
                .build();
    }

    private static ExclusionRulesProperty inUse() {
        return ExclusionRulesProperty.builder()
                .amis(AmiExclusionRulesProperty.builder()
                        .lastLaunched(LastLaunchedProperty.builder()
                                .unit("WEEKS")
                                .value(1)
                                .build())
                        .tagMap(Map.of(Contract.KEEP_TAG, "true"))
                        .build())
                .build();
    }
}
