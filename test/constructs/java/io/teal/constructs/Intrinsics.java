package io.teal.constructs;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What CloudFormation makes of a value: references become names that read like real ones. */
final class Intrinsics {
    private Intrinsics() {}

    /** A {@code Ref} gives {@code arn-of-<id>}, a pseudo parameter its last word, a {@code GetAtt} its path. */
    static String resolve(Object value) {
        if (!(value instanceof Map<?, ?> function)) {
            return String.valueOf(value);
        }
        Object argument = function.values().iterator().next();
        return switch (String.valueOf(function.keySet().iterator().next())) {
            case "Ref" -> reference(String.valueOf(argument));
            case "Fn::GetAtt" ->
                String.join(
                        ".", ((List<?>) argument).stream().map(String::valueOf).toList());
            case "Fn::Join" -> join((List<?>) argument);
            default -> throw new IllegalArgumentException("no dummy for " + function);
        };
    }

    private static String reference(String name) {
        return name.startsWith("AWS::")
                ? name.substring("AWS::".length()).toLowerCase(Locale.ROOT)
                : "arn-of-" + SynthTemplate.withoutHash(name);
    }

    private static String join(List<?> argument) {
        List<String> parts =
                ((List<?>) argument.get(1)).stream().map(Intrinsics::resolve).toList();
        return String.join(String.valueOf(argument.get(0)), parts);
    }
}
