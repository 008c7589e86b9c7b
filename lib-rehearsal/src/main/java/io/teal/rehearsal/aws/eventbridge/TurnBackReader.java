package io.teal.rehearsal.aws.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.teal.rehearsal.aws.iam.RoleRights;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code AWS::Events::Rule}: those on alarms whose machine ends an instance refresh. Others play no part, nor
 * does one that is disabled, or that has a role that may not.
 */
public final class TurnBackReader {
    private static final String ENDS_A_REFRESH = "autoscaling:cancelInstanceRefresh";

    private TurnBackReader() {}

    /** The rule {@code id}; empty if it plays no part. */
    public static Optional<TurnBackRule> read(String id, Fields fields, Template template) {
        List<String> alarms = HeardAlarms.goingOff(fields);
        return fields.at("Targets")
                .valueStream()
                .filter(target -> !alarms.isEmpty() && HeardAlarms.isEnabled(fields))
                .filter(target -> may(template, target.path("RoleArn"), "states:StartExecution"))
                .map(target -> machine(target, template))
                .filter(TurnBackReader::endsARefresh)
                .filter(machine -> may(template, machine.path("RoleArn"), ENDS_A_REFRESH))
                .map(machine -> new TurnBackRule(
                        id,
                        alarms,
                        Opaque.referred(machine.path("DefinitionSubstitutions").path("Group"))))
                .findFirst();
    }

    /** In the definition itself, or in what is put into it. */
    private static boolean endsARefresh(JsonNode machine) {
        return machine.path("DefinitionString").toString().contains(ENDS_A_REFRESH)
                || machine.path("DefinitionSubstitutions").toString().contains(ENDS_A_REFRESH);
    }

    private static JsonNode machine(JsonNode target, Template template) {
        Resource machine = template.resources().get(Opaque.referred(target.path("Arn")));
        return machine == null ? MissingNode.getInstance() : template.resolved(machine, "Properties");
    }

    /** A role that is not in the template may. */
    private static boolean may(Template template, JsonNode role, String action) {
        return RoleRights.of(template, role)
                .map(rights -> rights.allows(action))
                .orElse(true);
    }
}
