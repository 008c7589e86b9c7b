package io.teal.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.release.Contract;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The templates of an app as they would be with {@code CutoverOptions.guard} of a day: what its constructs would add.
 * Those that have a guard are as they are.
 *
 * @param app the app's own
 */
record GuardedTemplates(Templates app) implements Templates {
    private static final String PROPERTIES = "Properties";
    private static final String GUARD = "Guard";
    private static final Duration TIME = Duration.ofHours(24);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public StackModel of(String flags) throws IOException, InterruptedException {
        StackModel model = app.of(flags);
        List<Resource> shifts = model.template().ofType(Contract.SHIFT);
        if (shifts.stream().anyMatch(shift -> properties(shift).has(GUARD))) {
            return model;
        }
        Template told = model.template().changed(GuardedTemplates::guarded);
        boolean standby = !flags.contains("Version=none");
        return StackReader.read(standby ? told.with(rules(told, shifts)) : told);
    }

    private static JsonNode properties(Resource resource) {
        return resource.body().path(PROPERTIES);
    }

    private static Resource guarded(Resource resource) {
        if (!resource.type().equals(Contract.PREFLIGHT) && !resource.type().equals(Contract.SHIFT)) {
            return resource;
        }
        ObjectNode body = resource.body().deepCopy();
        ((ObjectNode) body.path(PROPERTIES)).put(GUARD, Long.toString(TIME.toSeconds()));
        return new Resource(resource.id(), resource.type(), body, resource.dependsOn(), resource.doubt());
    }

    private static List<Resource> rules(Template template, List<Resource> shifts) {
        List<Resource> added = new ArrayList<>();
        for (Resource shift : shifts) {
            ObjectNode hears = JSON.objectNode();
            hears.set("EventPattern", pattern(alarms(template, shift)));
            add(added, shift, "Alarms", hears);
            add(added, shift, "Schedule", JSON.objectNode().put("ScheduleExpression", "rate(5 minutes)"));
        }
        return added;
    }

    /** A rule and the permission that it needs. */
    private static void add(List<Resource> added, Resource shift, String name, ObjectNode rule) {
        String id = shift.id() + GUARD + name;
        rule.set("Targets", JSON.arrayNode().add(target(properties(shift))));
        added.add(resource(id, "AWS::Events::Rule", rule, Set.of(shift.id())));
        ObjectNode permission = JSON.objectNode();
        permission.put("Action", "lambda:InvokeFunction").put("Principal", "events.amazonaws.com");
        permission.set("FunctionName", properties(shift).path("ServiceToken"));
        permission.set("SourceArn", attribute(id));
        added.add(resource(id + "Permission", "AWS::Lambda::Permission", permission, Set.of(id)));
    }

    private static Resource resource(String id, String type, JsonNode properties, Set<String> after) {
        ObjectNode body = JSON.objectNode().put("Type", type).set(PROPERTIES, properties);
        return new Resource(id, type, body, after, Optional.empty());
    }

    private static JsonNode target(JsonNode shift) {
        ArrayNode words = JSON.arrayNode();
        words.add("{\"guard\":{\"machine\":\"").add(shift.path("StateMachine")).add("\",\"stack\":\"");
        words.add(JSON.objectNode().put("Ref", "AWS::StackId")).add("\"}}");
        ObjectNode target = JSON.objectNode().put("Id", "Function");
        target.set("Arn", shift.path("ServiceToken"));
        target.putObject("Input").putArray("Fn::Join").add("").add(words);
        return target;
    }

    private static ObjectNode pattern(Set<String> alarms) {
        ObjectNode pattern = JSON.objectNode();
        pattern.putArray("source").add("aws.cloudwatch");
        pattern.putArray("detail-type").add("CloudWatch Alarm State Change");
        pattern.putObject("detail").putObject("state").putArray("value").add("ALARM");
        ArrayNode arns = pattern.putArray("resources");
        alarms.forEach(alarm -> arns.add(attribute(alarm)));
        return pattern;
    }

    private static ObjectNode attribute(String id) {
        ObjectNode attribute = JSON.objectNode();
        attribute.putArray("Fn::GetAtt").add(id).add("Arn");
        return attribute;
    }

    /** Those at which the service's releases look. */
    private static Set<String> alarms(Template template, Resource shift) {
        Set<String> alarms = new TreeSet<>(properties(shift).findValuesAsText("Ref"));
        alarms.removeIf(id -> template.ofType("AWS::CloudWatch::Alarm").stream()
                .noneMatch(alarm -> alarm.id().equals(id)));
        return alarms;
    }
}
