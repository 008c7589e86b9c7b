package io.teal.constructs;

import io.teal.constructs.internal.fleet.HostBoot;
import java.util.Objects;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.UserData;

/**
 * What a host boots from.
 *
 * @param image the machine image
 * @param userData what runs at first boot; {@code UserData.forLinux()} for nothing
 */
public record HostSetup(IMachineImage image, UserData userData) {
    /** Checks that nothing is missing. */
    public HostSetup {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(userData, "userData");
    }

    HostBoot boot(boolean codeDeploy) {
        return new HostBoot(image, userData, codeDeploy);
    }
}
