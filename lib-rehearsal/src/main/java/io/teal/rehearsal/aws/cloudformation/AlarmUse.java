package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.cloudwatch.AlarmModel;
import io.teal.rehearsal.aws.cloudwatch.AlarmReader;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Template;
import io.teal.rehearsal.template.UnknownValueException;
import io.teal.release.Contract;
import java.util.Optional;
import java.util.Set;

/**
 * One alarm of a template: one that cannot be read is always OK if no release looks at it.
 *
 * @param id its logical id
 * @param groups the template's target groups
 * @param balancers the template's load balancers
 */
record AlarmUse(Template template, String id, Fields fields, Set<String> groups, Set<String> balancers) {
    private static final Set<String> ASKING = Set.of(
            Contract.PREFLIGHT,
            Contract.SHIFT,
            ResourceReader.FLEET,
            ResourceReader.COMPOSITE,
            ResourceReader.EVENT_RULE);

    /** The alarm. */
    AlarmModel read() {
        return readable().orElseGet(() -> AlarmModel.alwaysOk(id, name()));
    }

    /** What to report of it if it plays no part. */
    Optional<String> foreign() {
        return readable().isEmpty()
                ? Optional.of(ResourceReader.ALARM + " that no release asks")
                : AlarmReader.foreign(fields, groups, balancers).map(metric -> ResourceReader.ALARM + " on " + metric);
    }

    private Optional<AlarmModel> readable() {
        try {
            return Optional.of(AlarmReader.read(id, fields, groups, balancers));
        } catch (BadInputException | UnknownValueException unread) {
            if (isAsked()) {
                throw unread;
            }
            return Optional.empty();
        }
    }

    /** Whether a release of this template looks at it. */
    private boolean isAsked() {
        return template.resources().values().stream()
                .filter(other -> ASKING.contains(other.type()))
                .anyMatch(other -> other.dependsOn().contains(id)
                        || !name().isEmpty() && other.body().toString().contains(name()));
    }

    private String name() {
        return fields.name("AlarmName", "");
    }
}
