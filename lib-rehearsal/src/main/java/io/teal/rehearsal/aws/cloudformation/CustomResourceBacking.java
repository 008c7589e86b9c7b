package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.iam.RoleRights;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.release.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands behind one of Teal's custom resources: without it CloudFormation gets no answer.
 *
 * @param isOfTeal whether its function is Teal's, which answers a Delete whatever it may do
 * @param silent why no other answer can come; empty if one can
 * @param rights what its function may do; empty if the template does not tell
 * @param timeout how long CloudFormation waits
 */
record CustomResourceBacking(boolean isOfTeal, Optional<String> silent, Optional<RoleRights> rights, Duration timeout) {
    private static final int DEFAULT_TIMEOUT_SECONDS = 3600;
    private static final String INVOKE = "lambda:InvokeFunction";

    static CustomResourceBacking of(Template template, Resource custom) {
        JsonNode properties = template.resolved(custom, "Properties");
        return of(
                template,
                named(template, properties, "ServiceToken"),
                named(template, properties, "StateMachine"),
                timeout(properties));
    }

    /** Whether an answer to {@code request} can come. */
    boolean answers(String request) {
        return silent.isEmpty() || isOfTeal && request.equals("Delete");
    }

    /** Behind {@code function}, whose runs are those of {@code machine}. */
    static CustomResourceBacking of(
            Template template, Optional<Resource> function, Optional<Resource> machine, Duration timeout) {
        Optional<RoleRights> rights = function.flatMap(it -> rights(template, it, "Role"));
        Optional<Resource> other = function.filter(it -> !isOfTeal(template, it));
        Optional<String> silent = Stream.of(
                        other.map(it -> "its ServiceToken is " + it.id() + ", which is not Teal's function"),
                        lacks(rights, "states:StartExecution").map(action -> "its function may not " + action),
                        mayNotInvoke(machine.flatMap(it -> rights(template, it, "RoleArn")), function))
                .flatMap(Optional::stream)
                .findFirst();
        return new CustomResourceBacking(other.isEmpty(), silent, rights, timeout);
    }

    private static Optional<Resource> named(Template template, JsonNode properties, String property) {
        return Optional.ofNullable(template.resources().get(Opaque.resource(properties.path(property))));
    }

    private static boolean isOfTeal(Template template, Resource function) {
        return template.resolved(function, "Properties")
                .path("Handler")
                .asText()
                .equals(Contract.HANDLER);
    }

    private static Optional<RoleRights> rights(Template template, Resource of, String property) {
        return RoleRights.of(template, template.resolved(of, "Properties").path(property));
    }

    private static Optional<String> lacks(Optional<RoleRights> rights, String action) {
        return rights.filter(known -> !known.allows(action)).map(known -> action);
    }

    private static Optional<String> mayNotInvoke(Optional<RoleRights> machine, Optional<Resource> function) {
        List<String> called = function.map(Resource::id).stream().toList();
        return machine.filter(known -> called.isEmpty() ? !known.allows(INVOKE) : !known.allows(INVOKE, called))
                .map(known -> "its state machine may not " + INVOKE);
    }

    private static Duration timeout(JsonNode properties) {
        return Duration.ofSeconds(properties.path("ServiceTimeout").asInt(DEFAULT_TIMEOUT_SECONDS));
    }
}
