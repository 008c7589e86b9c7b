package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The transforms that a template names: carried out, without effect on what is played, or refused. */
final class Transforms {
    private static final String EXTENSIONS = "AWS::LanguageExtensions";

    /** They expand resource types of their own, none of which is played. */
    private static final Set<String> OF_OTHER_TYPES =
            Set.of("AWS::Serverless-2016-10-31", "AWS::SecretsManager-2020-07-23", "AWS::SecretsManager-2024-09-16");

    private Transforms() {}

    /** {@code root} as CloudFormation would have it. */
    static JsonNode applied(JsonNode root, Parameters parameters, String template) {
        List<String> names = names(root.path("Transform"));
        names.stream()
                .filter(name -> !name.equals(EXTENSIONS) && !OF_OTHER_TYPES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInputException(
                            "template " + template + " uses the transform " + name + ", which only AWS can expand",
                            "give the expanded template: aws cloudformation get-template --template-stage Processed");
                });
        return names.contains(EXTENSIONS) ? new LanguageExtensions(parameters, template).expand(root) : root;
    }

    private static List<String> names(JsonNode written) {
        List<String> names = new ArrayList<>();
        if (written.isArray()) {
            written.forEach(each -> names.addAll(names(each)));
        } else if (!written.isMissingNode()) {
            names.add(written.isObject() ? written.path("Name").asText() : written.asText());
        }
        return names;
    }
}
