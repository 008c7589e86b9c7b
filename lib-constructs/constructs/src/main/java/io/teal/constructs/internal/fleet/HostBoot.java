package io.teal.constructs.internal.fleet;

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
     * By which health checks Auto Scaling replaces a host, in its words: EC2's alone where CodeDeploy installs, since a
     * host that waits for its first version fails the load balancer's.
     */
    public String healthCheckType() {
        return codeDeploy ? "EC2" : "ELB";
    }
}
