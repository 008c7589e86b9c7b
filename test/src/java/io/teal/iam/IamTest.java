package io.teal.iam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/**
 * The policies of every shape against every call that the runtime makes in it, by a simulator of IAM: each call is
 * allowed, each permission is needed, and nobody else's resources can be changed.
 */
class IamTest {
    @TempDir
    private static Path out;

    private static final List<Role> ROLES = new ArrayList<>();
    private static Simulator simulator;

    @BeforeAll
    static void deploy() throws IOException {
        simulator = new Simulator();
        App app = new App(AppProps.builder()
                .outdir(out.toString())
                .analyticsReporting(false)
                .build());
        for (Shape shape : Shape.values()) {
            shape.fill(new Stack(app, name(shape)));
        }
        app.synth();
        try (Wire wire = new Wire()) {
            for (Shape shape : Shape.values()) {
                roles(name(shape), wire);
            }
        }
    }

    private static String name(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void roles(String stack, Wire wire) throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(out.resolve(stack + ".template.json").toFile());
        DeployedTemplate template = new DeployedTemplate(stack, json);
        List<ServiceRoles> services = Shape.SERVICES.stream()
                .map(service -> new ServiceRoles(stack + " " + service, template, service, wire))
                .toList();
        for (int i = 0; i < services.size(); i++) {
            ServiceRoles other = services.get(services.size() - 1 - i);
            ROLES.add(services.get(i).function(other));
            ROLES.add(services.get(i).machine(other));
        }
    }

    @AfterAll
    static void end() {
        simulator.close();
    }

    static List<Role> roles() {
        return ROLES;
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyCallIsAllowed(Role role) {
        assertThat(simulator.refused(role.policy(), Optional.empty(), role.calls())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void nothingIsAllowedThatIsSomebodyElses(Role role) {
        assertThat(allowed(role.policy(), role.foreign())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyPermissionIsMissedByACallIfItIsTakenAway(Role role) {
        List<Permission> all = Permission.in(role.policy());
        assertThat(all).filteredOn(Permission::allows).allSatisfy(one -> assertThat(
                        refused(without(all, one), role, one))
                .as("calls that need %s", one)
                .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyDenialAndEveryConditionKeepsSomethingAway(Role role) {
        List<Permission> all = Permission.in(role.policy());
        assertThat(all).filteredOn(one -> !one.allows()).allSatisfy(one -> assertThat(
                        allowed(Permission.policy(without(all, one)), role.foreign()))
                .as("calls that %s keeps away", one)
                .isNotEmpty());
        for (Permission one : all) {
            assertThat(one.withoutACondition()).allSatisfy(loose -> assertThat(
                            allowed(Permission.policy(instead(all, one, loose)), role.foreign()))
                    .as("calls that are kept away by what %s lacks", loose)
                    .isNotEmpty());
            assertThat(one.withoutAValue()).allSatisfy(tight -> assertThat(refused(instead(all, one, tight), role, one))
                    .as("calls that need what %s lacks", tight)
                    .isNotEmpty());
        }
    }

    private static List<Permission> without(List<Permission> all, Permission one) {
        return all.stream().filter(other -> other != one).toList();
    }

    private static List<Permission> instead(List<Permission> all, Permission one, Permission other) {
        return all.stream().map(each -> each == one ? other : each).toList();
    }

    private static Collection<AwsCall> refused(List<Permission> permissions, Role role, Permission changed) {
        List<AwsCall> calls = role.calls().stream()
                .filter(call -> call.action().equals(changed.action()))
                .toList();
        return simulator
                .refused(Permission.policy(permissions), Optional.empty(), calls)
                .keySet();
    }

    private static List<AwsCall> allowed(JsonNode policy, List<AwsCall> calls) {
        Collection<AwsCall> refused =
                simulator.refused(policy, Optional.empty(), calls).keySet();
        return calls.stream().filter(call -> !refused.contains(call)).toList();
    }
}
