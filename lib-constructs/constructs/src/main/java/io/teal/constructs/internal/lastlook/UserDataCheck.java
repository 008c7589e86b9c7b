package io.teal.constructs.internal.lastlook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * EC2 takes the user data of a launch template. What CloudFormation puts in, or chooses by a condition, counts as
 * nothing.
 *
 * @param launchTemplate the launch template
 */
public record UserDataCheck(CfnResource launchTemplate) implements TemplateCheck {
    /**
     * Before it is encoded, see <a
     * href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html">EC2's user guide</a>.
     */
    private static final int MOST_BYTES = 16_384;

    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        Object encoded = template.property(launchTemplate, "LaunchTemplateData", "UserData");
        int bytes = encoded instanceof String text ? decoded(text) : bytes(Json.at(encoded, "Fn::Base64"));
        return bytes <= MOST_BYTES
                ? Stream.empty()
                : Stream.of(new Violation(
                        template.where(launchTemplate),
                        String.format(
                                Locale.ROOT,
                                "the hosts' user data has %,d bytes, and EC2 takes %,d",
                                bytes,
                                MOST_BYTES),
                        "put what is large into the image or an object in S3 that user data fetches"));
    }

    /** Base64 has four characters for three bytes. */
    private static int decoded(String base64) {
        return base64.replace("=", "").length() * 3 / 4;
    }

    private static int bytes(Object value) {
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (value instanceof List<?> parts) {
            return parts.stream().mapToInt(UserDataCheck::bytes).sum();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return 0;
        }
        return map.get("Fn::Join") instanceof List<?> join ? bytes(join.get(1)) : substituted(map.get("Fn::Sub"));
    }

    private static int substituted(Object sub) {
        Object text = sub instanceof List<?> withValues ? withValues.get(0) : sub;
        return text == null ? 0 : bytes(text.toString().replaceAll("\\$\\{[^}]*}", ""));
    }
}
