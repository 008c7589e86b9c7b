package io.teal.rehearsal.aws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the policies of a role allow and deny, by action and by resource. Conditions of what is allowed are not looked
 * at.
 */
public final class RoleRights {
    private static final String ROLE = "AWS::IAM::Role";
    private static final List<String> POLICIES = List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy");
    private static final String ROLES = "Roles";

    /** Lets a function write its logs, and nothing else. */
    private static final String LOGS = "AWSLambdaBasicExecutionRole";

    private final List<PolicyStatement> statements;

    private RoleRights(List<PolicyStatement> statements) {
        this.statements = statements;
    }

    /** The rights of the role that {@code reference} names; empty if it, or a policy of it, is not in the template. */
    public static Optional<RoleRights> of(Template template, JsonNode reference) {
        return Optional.ofNullable(template.resources().get(Opaque.resource(reference)))
                .filter(role -> role.type().equals(ROLE))
                .flatMap(role -> of(template, role));
    }

    /** Policies are read as they are written: resources in them may need what only AWS knows. */
    private static Optional<RoleRights> of(Template template, Resource role) {
        JsonNode properties = written(role);
        List<JsonNode> policies = new ArrayList<>(List.of(properties.path("Policies")));
        for (JsonNode managed : properties.path("ManagedPolicyArns")) {
            Optional<Resource> policy = named(template, managed);
            if (policy.isEmpty() && !managed.toString().contains(LOGS)) {
                return Optional.empty();
            }
            policy.ifPresent(known -> policies.add(written(known)));
        }
        POLICIES.stream()
                .flatMap(type -> template.ofType(type).stream())
                .map(RoleRights::written)
                .filter(policy -> names(policy.path(ROLES), role))
                .forEach(policies::add);
        return policies.toString().contains("Fn::If")
                        || properties.path("ManagedPolicyArns").isObject()
                ? Optional.empty()
                : Optional.of(new RoleRights(policies.stream()
                        .flatMap(policy -> PolicyStatement.of(template, policy))
                        .toList()));
    }

    private static JsonNode written(Resource resource) {
        return resource.body().path("Properties");
    }

    private static Optional<Resource> named(Template template, JsonNode reference) {
        return POLICIES.stream()
                .flatMap(type -> template.ofType(type).stream())
                .filter(policy -> names(reference, policy))
                .findFirst();
    }

    private static boolean names(JsonNode written, Resource resource) {
        return written.toString().contains("\"" + resource.id() + "\"");
    }

    /**
     * Whether {@code action}, as {@code lambda:InvokeFunction}, is allowed on anything, and not denied on everything.
     */
    public boolean allows(String action) {
        return allowing(action).findAny().isPresent() && denying(action).noneMatch(PolicyStatement::everywhere);
    }

    /** Whether {@code action} is allowed on what has the names {@code called}, and not denied. */
    public boolean allows(String action, Collection<String> called) {
        return allowing(action).anyMatch(statement -> statement.covers(called))
                && denying(action).noneMatch(statement -> statement.covers(called));
    }

    /** Whether the policies say the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RoleRights rights && rights.statements.equals(statements);
    }

    @Override
    public int hashCode() {
        return statements.hashCode();
    }

    /** Those without conditions, on what is known. */
    private Stream<PolicyStatement> denying(String action) {
        return statements.stream()
                .filter(statement -> statement.denies() && !statement.conditional() && statement.concerns(action))
                .filter(statement -> statement.things().isPresent());
    }

    private Stream<PolicyStatement> allowing(String action) {
        return statements.stream().filter(statement -> !statement.denies() && statement.concerns(action));
    }
}
