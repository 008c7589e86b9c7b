package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.teal.rehearsal.aws.eventbridge.GuardEventRule;
import io.teal.rehearsal.aws.eventbridge.HeardAlarms;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code AWS::Events::Rule}: those that wake the guard of a service; others play no part. */
final class GuardEventReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERMISSION = "AWS::Lambda::Permission";
    private static final String SCHEDULE = "ScheduleExpression";
    private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)");
    private static final Map<String, Duration> UNITS =
            Map.of("minute", Duration.ofMinutes(1), "hour", Duration.ofHours(1), "day", Duration.ofDays(1));

    private final Template template;
    private final Fields fields;
    private final String id;

    GuardEventReader(Template template, String id, Fields fields) {
        this.template = template;
        this.id = id;
        this.fields = fields;
    }

    /** The rule; empty if it wakes no guard. */
    Optional<GuardEventRule> read() {
        JsonNode targets = fields.at("Targets");
        return Opaque.isKnown(targets)
                ? targets.valueStream().flatMap(this::woken).findFirst()
                : Optional.empty();
    }

    private Stream<GuardEventRule> woken(JsonNode target) {
        JsonNode guard = input(target).path("guard");
        return guard.isObject() ? Stream.of(rule(target, guard)) : Stream.empty();
    }

    private static JsonNode input(JsonNode target) {
        try {
            return JSON.readTree(Opaque.written(target.path("Input")));
        } catch (JsonProcessingException other) {
            return MissingNode.getInstance();
        }
    }

    private GuardEventRule rule(JsonNode target, JsonNode guard) {
        Optional<Resource> function = named(target.path("Arn"));
        CustomResourceBacking backing =
                CustomResourceBacking.of(template, function, named(guard.path("machine")), Duration.ZERO);
        Optional<String> silent = Stream.of(
                        Optional.of("it is disabled").filter(why -> !HeardAlarms.isEnabled(fields)),
                        Optional.of("no " + PERMISSION + " lets it invoke the function")
                                .filter(why -> function.filter(this::mayInvoke).isEmpty()),
                        backing.silent())
                .flatMap(Optional::stream)
                .findFirst();
        return new GuardEventRule(
                id,
                HeardAlarms.goingOff(fields),
                every(),
                new GuardEventRule.GuardedService(
                        guard.path("machine").asText(), guard.path("stack").asText()),
                silent,
                backing.rights());
    }

    private Optional<Resource> named(JsonNode reference) {
        return Optional.ofNullable(template.resources().get(Opaque.resource(reference)));
    }

    private boolean mayInvoke(Resource function) {
        return template.ofType(PERMISSION).stream()
                .map(one -> new Fields(template, one))
                .anyMatch(permission -> {
                    JsonNode source = permission.at("SourceArn");
                    return Opaque.resource(permission.at("FunctionName")).equals(function.id())
                            && permission.text("Principal", "").equals("events.amazonaws.com")
                            && permission.text("Action", "").matches("lambda:(InvokeFunction|\\*)")
                            && (source.isMissingNode()
                                    || Opaque.resource(source).equals(id));
                });
    }

    private Optional<Duration> every() {
        String schedule = fields.text(SCHEDULE, "");
        Matcher rate = RATE.matcher(schedule);
        if (rate.matches()) {
            return Optional.of(UNITS.get(rate.group(2)).multipliedBy(Long.parseLong(rate.group(1))));
        }
        if (!schedule.isEmpty()) {
            fields.notJudged(SCHEDULE + " '" + schedule + "'");
        }
        return Optional.empty();
    }
}
