package io.teal.constructs;

import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.UserData;

/** Versions that are images. */
final class ImageDelivery implements Delivery {
    private final Map<String, Map<String, String>> imagesByVersion;

    ImageDelivery(Map<String, Map<String, String>> imagesByVersion) {
        this.imagesByVersion = new TreeMap<>(imagesByVersion);
    }

    @Override
    public HostSetup hostSetup(Version version) {
        Map<String, String> imageByRegion = imagesByVersion.get(version.value());
        InvalidValueException.require(
                imageByRegion != null,
                "version " + version + " has no image",
                "there are images of " + imagesByVersion.keySet() + ", add its image ids to the map");
        return new HostSetup(MachineImage.genericLinux(imageByRegion), UserData.forLinux());
    }
}
