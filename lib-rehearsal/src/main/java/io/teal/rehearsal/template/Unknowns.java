package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;

/** The kinds of values that a template does not tell, each with how to give it. */
final class Unknowns {
    private static final String DYNAMIC = "{{resolve:";
    private static final String IN_ITS_PLACE = "write the value it gives in its place";

    private Unknowns() {}

    static UnknownValue parameter(String name) {
        return new UnknownValue("parameter:" + name, "it needs parameter " + name + ", which has no value", give(name));
    }

    /** A parameter that names a parameter of Systems Manager, whose value counts. */
    static UnknownValue stored(String name, String path) {
        return new UnknownValue(
                "parameter:" + name + "=" + path,
                "it needs parameter " + name + ", whose value is in Systems Manager under " + path,
                give(name));
    }

    /** A pseudo parameter, which messages write as {@code standIn}. */
    static UnknownValue pseudo(String name, String standIn) {
        return new UnknownValue(standIn, "it needs " + name + ", which depends on where the stack is", give(name));
    }

    static UnknownValue imported(String name) {
        return new UnknownValue(
                "import:" + name, "it needs Fn::ImportValue " + name + ", a value of another stack", IN_ITS_PLACE);
    }

    static UnknownValue function(String function, JsonNode arguments) {
        return new UnknownValue(
                function + ":" + arguments, "it needs " + function + ", which is not modelled", IN_ITS_PLACE);
    }

    /** Whether {@code text} holds a dynamic reference, as {@code {{resolve:ssm:name}}}. */
    static boolean isDynamic(String text) {
        return text.contains(DYNAMIC);
    }

    static UnknownValue dynamic(String text) {
        String reference = text.substring(text.indexOf(DYNAMIC)).replaceFirst("}}.*", "}}");
        return new UnknownValue(text, "it needs the value of " + reference, IN_ITS_PLACE);
    }

    private static String give(String name) {
        return "give it: --parameter " + name + "=...";
    }
}
