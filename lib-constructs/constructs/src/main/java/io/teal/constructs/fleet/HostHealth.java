package io.teal.constructs.fleet;

import java.util.List;
import software.amazon.awscdk.services.autoscaling.AdditionalHealthCheckType;
import software.amazon.awscdk.services.autoscaling.AdditionalHealthChecksOptions;
import software.amazon.awscdk.services.autoscaling.Ec2HealthChecksOptions;
import software.amazon.awscdk.services.autoscaling.HealthChecks;

/** By what Auto Scaling tells that a host must be replaced: for the constructs that make a fleet, not for apps. */
public final class HostHealth {
    private HostHealth() {}

    /** By the load balancer's checks, unless they find every host unhealthy that waits for CodeDeploy. */
    public static HealthChecks checks(Delivery delivery, FleetOptions options) {
        return delivery.revisions().isPresent()
                ? ofTheHost(options)
                : HealthChecks.withAdditionalChecks(AdditionalHealthChecksOptions.builder()
                        .additionalTypes(List.of(AdditionalHealthCheckType.ELB))
                        .gracePeriod(options.healthCheckGracePeriod())
                        .build());
    }

    /** By EC2's checks alone, of hosts that are well before what they serve is. */
    static HealthChecks ofTheHost(FleetOptions options) {
        return HealthChecks.ec2(Ec2HealthChecksOptions.builder()
                .gracePeriod(options.healthCheckGracePeriod())
                .build());
    }
}
