package io.teal.operate.aws;

import io.teal.operate.account.HostRefresh;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.model.DesiredConfiguration;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefresh;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;

/** Translates an instance refresh. */
final class SdkRefresh {
    private SdkRefresh() {}

    /** What the SDK read. */
    static HostRefresh read(InstanceRefresh one) {
        return new HostRefresh(
                one.instanceRefreshId(),
                one.statusAsString(),
                Optional.ofNullable(one.startTime()),
                Optional.ofNullable(one.endTime()),
                one.percentageComplete() == null ? 0 : one.percentageComplete(),
                one.instancesToUpdate() == null ? 0 : one.instancesToUpdate(),
                Optional.ofNullable(one.desiredConfiguration()).flatMap(SdkRefresh::version),
                one.statusReason() == null ? "" : one.statusReason());
    }

    private static Optional<String> version(DesiredConfiguration wanted) {
        return Optional.ofNullable(wanted.launchTemplate())
                .or(() -> Optional.ofNullable(wanted.mixedInstancesPolicy())
                        .map(policy -> policy.launchTemplate().launchTemplateSpecification()))
                .map(LaunchTemplateSpecification::version);
    }
}
