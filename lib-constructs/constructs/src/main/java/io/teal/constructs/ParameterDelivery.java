package io.teal.constructs;

import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.UserData;

/** Versions that are images, whose ids stand in Systems Manager. */
final class ParameterDelivery implements Delivery {
    private static final String VERSION = "{version}";
    private static final String NAMES = "[A-Za-z0-9_.-]+";

    private final String path;

    ParameterDelivery(String path) {
        InvalidValueException.require(
                path.contains(VERSION) && path.replace(VERSION, "v").matches("(/" + NAMES + ")+"),
                "the parameter's path must be /names/like/this with " + VERSION
                        + " in it, of letters, digits and _.-, got '" + path + "'");
        this.path = path;
    }

    @Override
    public HostSetup hostSetup(Version version) {
        InvalidValueException.require(
                version.value().matches(NAMES),
                "version " + version + " cannot be part of a parameter's name, which has letters, digits and _.- only");
        return new HostSetup(
                MachineImage.fromSsmParameter(path.replace(VERSION, version.value())), UserData.forLinux());
    }
}
