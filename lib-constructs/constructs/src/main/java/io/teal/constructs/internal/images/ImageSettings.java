package io.teal.constructs.internal.images;

import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.kms.IKey;

/**
 * The checked values of {@code ImagePipeline}, whose builder documents each.
 *
 * @param service the service's name
 * @param version what the image holds
 * @param parameter the parameter's path, with {@code {version}} in it
 * @param instanceType of the instances that build and test
 * @param rootDevice device name of the root volume
 * @param key encrypts the images of the stack's region
 * @param regions further regions, each with the ARN of its key
 * @param accounts further accounts
 * @param keep images that stay however old they are
 */
public record ImageSettings(
        String service,
        Version version,
        String parameter,
        InstanceType instanceType,
        String rootDevice,
        Optional<IKey> key,
        Map<String, Optional<String>> regions,
        List<String> accounts,
        int keep) {
    /** Where Image Builder's own role may write parameters. */
    public static final String PREFIX = "/imagebuilder/";

    private static final String VERSION = "{version}";
    /** What a parameter's name and an image's name both take. */
    private static final String NAMES = "[A-Za-z0-9_.-]+";

    private static final int LONGEST_PATH = 900;
    private static final int MOST_KEPT = 1000;

    /** Checks what does not depend on the VPC. */
    public ImageSettings {
        regions = new TreeMap<>(regions);
        accounts = List.copyOf(accounts);
        requirePath(parameter);
        InvalidValueException.require(
                version.value().matches(NAMES),
                "version " + version + " cannot be part of an image's name, which has letters, digits and _.- only");
        InvalidValueException.require(
                keep >= 1 && keep <= MOST_KEPT, "keep must be 1 to " + MOST_KEPT + " images, got " + keep);
        InvalidValueException.require(
                rootDevice.startsWith("/dev/"),
                "rootDevice must be a device name like /dev/xvda, got '" + rootDevice + "'");
        accounts.forEach(ImageSettings::requireAccount);
        requireKeys(key.isPresent(), regions);
    }

    private static void requirePath(String path) {
        InvalidValueException.require(
                path.contains(VERSION)
                        && path.length() <= LONGEST_PATH
                        && path.replace(VERSION, "v").matches("(/" + NAMES + ")+"),
                "the parameter's path must be /names/like/this with " + VERSION
                        + " in it, of letters, digits and _.-, got '" + path + "'");
        InvalidValueException.require(
                path.startsWith(PREFIX),
                "the parameter's path must begin with " + PREFIX + ", got '" + path + "'",
                "Image Builder's service-linked role may write parameters there and nowhere else");
    }

    private static void requireAccount(String account) {
        InvalidValueException.require(
                Token.isUnresolved(account) || account.matches("[0-9]{12}"),
                "accounts must be of 12 digits, got '" + account + "'");
    }

    private static void requireKeys(boolean encrypted, Map<String, Optional<String>> regions) {
        regions.forEach((region, key) -> {
            InvalidValueException.require(
                    key.isPresent() || !encrypted,
                    "images of " + region + " have no key, and those of the stack's region have one",
                    "a key encrypts in its own region only: name one of " + region + " with region(\"" + region
                            + "\", key's ARN)");
            InvalidValueException.require(
                    key.isEmpty() || encrypted,
                    "images of " + region + " have a key, and those of the stack's region have none",
                    "set encryptionKey too");
        });
    }

    /** The parameter that the image's id is written to. */
    public String parameterName() {
        return parameter.replace(VERSION, version.value());
    }

    /** What the recipe and the components are called. */
    RecipeName recipe() {
        return RecipeName.of(service, version);
    }
}
