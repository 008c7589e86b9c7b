package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders for values that only AWS knows; equal for equal references. */
public final class Opaque {
    private static final String REFERENCE = "ref:";
    private static final String ATTRIBUTE = "attribute:";

    /** What {@code Fn::GetAtt} gives of a resource's identity, also where an ARN is made of it. */
    private static final Pattern ARN =
            Pattern.compile("(?:arn:.*:)?attribute:(\\w+)\\.(?:TargetGroup|LoadBalancer|Listener|Rule)(?:Arn|FullName)"
                    + "|attribute:(\\w+)\\.LaunchTemplateId");

    private Opaque() {}

    /** What {@code Ref} of a resource gives here. */
    public static String reference(String id) {
        return REFERENCE + id;
    }

    /** What {@code Fn::GetAtt} of {@code id.attribute} gives here. */
    static String attribute(String dotted) {
        return ATTRIBUTE + (dotted.contains(".") ? "" : ".") + dotted;
    }

    /** The logical id whose attribute {@code text} stands for, if it stands for one. */
    public static Optional<String> owner(String text) {
        return text.startsWith(ATTRIBUTE)
                ? Optional.of(text.substring(ATTRIBUTE.length(), text.lastIndexOf('.')))
                : Optional.empty();
    }

    /** The logical id of the resource that {@code value} refers to, or whose attribute it is; else its text. */
    public static String resource(JsonNode value) {
        String text = written(value);
        return owner(text).orElseGet(() -> referred(text));
    }

    /** Whether {@code value} is known. */
    public static boolean isKnown(JsonNode value) {
        return !(value instanceof UnknownValue);
    }

    /** The text of {@code value}; of one that is not known, the text that stands for it. */
    public static String written(JsonNode value) {
        return value instanceof UnknownValue unknown ? unknown.standIn() : value.asText();
    }

    /** What {@code value} refers to, as {@link #referred(String)}; the stand-in of a value that is not known. */
    public static String referred(JsonNode value) {
        return referred(written(value));
    }

    /** The logical id of the resource that {@code text} names or whose ARN it is, or {@code text} itself. */
    public static String referred(String text) {
        Matcher arn = ARN.matcher(text);
        if (arn.matches()) {
            return Optional.ofNullable(arn.group(1)).orElse(arn.group(2));
        }
        return text.startsWith(REFERENCE) ? text.substring(REFERENCE.length()) : text;
    }
}
