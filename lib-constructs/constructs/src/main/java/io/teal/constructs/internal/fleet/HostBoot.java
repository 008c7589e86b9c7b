package io.teal.constructs.internal.fleet;

import java.util.List;
import software.amazon.awscdk.services.autoscaling.AdditionalHealthCheckType;
import software.amazon.awscdk.services.autoscaling.AdditionalHealthChecksOptions;
import software.amazon.awscdk.services.autoscaling.Ec2HealthChecksOptions;
import software.amazon.awscdk.services.autoscaling.HealthChecks;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.UserData;

/**
 * What a fleet's hosts boot from.
 *
 * @param image the machine image
 * @param userData what runs at first boot
 * @param codeDeploy whether CodeDeploy then installs a version on them
 */
public record HostBoot(IMachineImage image, UserData userData, boolean codeDeploy) {
    /**
     * Which health checks Auto Scaling replaces a host by: EC2's alone where CodeDeploy installs, since a host that
     * waits for its first version fails the load balancer's.
     */
    public HealthChecks healthChecks(FleetSettings options) {
        if (codeDeploy) {
            return HealthChecks.ec2(Ec2HealthChecksOptions.builder()
                    .gracePeriod(options.healthCheckGracePeriod())
                    .build());
        }
        return HealthChecks.withAdditionalChecks(AdditionalHealthChecksOptions.builder()
                .additionalTypes(List.of(AdditionalHealthCheckType.ELB))
                .gracePeriod(options.healthCheckGracePeriod())
                .build());
    }
}
