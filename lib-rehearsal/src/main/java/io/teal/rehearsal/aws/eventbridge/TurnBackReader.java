package io.teal.rehearsal.aws.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code AWS::Events::Rule}: those on alarms whose machine ends an instance refresh; others play no part. */
public final class TurnBackReader {
    private static final String ENDS_A_REFRESH = "autoscaling:cancelInstanceRefresh";
    private static final String NAME = ":alarm:";

    private TurnBackReader() {}

    /** The rule {@code id}; empty if it plays no part. */
    public static Optional<TurnBackRule> read(String id, Fields fields, Template template) {
        JsonNode pattern = fields.at("EventPattern");
        boolean goesOff =
                pattern.path("detail").path("state").path("value").toString().contains("\"ALARM\"");
        JsonNode machine = machine(fields, template);
        return goesOff && endsARefresh(machine)
                ? Optional.of(new TurnBackRule(
                        id,
                        alarms(pattern.path("resources")),
                        Opaque.referred(machine.path("DefinitionSubstitutions").path("Group"))))
                : Optional.empty();
    }

    /** In the definition itself, or in what is put into it. */
    private static boolean endsARefresh(JsonNode machine) {
        return machine.path("DefinitionString").toString().contains(ENDS_A_REFRESH)
                || machine.path("DefinitionSubstitutions").toString().contains(ENDS_A_REFRESH);
    }

    private static JsonNode machine(Fields fields, Template template) {
        String target = Opaque.referred(fields.at("Targets").path(0).path("Arn"));
        Resource machine = template.resources().get(target);
        return machine == null ? MissingNode.getInstance() : template.resolved(machine, "Properties");
    }

    private static List<String> alarms(JsonNode arns) {
        List<String> alarms = new ArrayList<>();
        for (JsonNode arn : arns) {
            String text = Opaque.referred(arn);
            alarms.add(Opaque.owner(text).orElseGet(() -> text.substring(text.indexOf(NAME) + NAME.length())));
        }
        return alarms;
    }
}
