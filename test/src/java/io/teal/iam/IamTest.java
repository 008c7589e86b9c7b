package io.teal.iam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.release.port.Aws;
import io.teal.release.port.CodeDeploy;
import io.teal.runtime.function.NeedsInstalled;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The policies of every shape against every call that the runtime makes in it, by a simulator of IAM: each call is
 * allowed, each permission and each condition is needed, and what is another service's cannot be changed.
 */
@NeedsInstalled("test/src/js/node_modules")
class IamTest {
    @TempDir
    private static Path assembly;

    private static DeployedShapes shapes;
    private static Simulator simulator;

    @BeforeAll
    static void deploy() throws IOException {
        shapes = new DeployedShapes(assembly);
        simulator = new Simulator();
    }

    @AfterAll
    static void end() {
        simulator.close();
    }

    static List<Role> roles() {
        return shapes.first;
    }

    static Stream<Role> rolesOfBoth() {
        return Stream.concat(shapes.first.stream(), shapes.second.stream());
    }

    @Test
    void theCasesMakeEveryCallThatThePortHas() {
        assertThat(Stream.of(Aws.class, CodeDeploy.class)
                        .flatMap(port -> Stream.of(port.getMethods()))
                        .filter(method -> method.getReturnType() != CodeDeploy.class))
                .isSubsetOf(shapes.called)
                .extracting(Method::getName)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyCallIsAllowed(Role role) {
        assertThat(simulator.refused(role.policy(), Optional.empty(), role.calls()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rolesOfBoth")
    void nothingThatIsSomebodyElsesIsAllowed(Role role) {
        assertThat(allowed(role.policy(), Optional.empty(), role.foreign())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyPermissionThatIsTakenAwayIsMissedByACall(Role role) {
        List<Permission> all = Permission.in(role.policy());
        assertThat(all)
                .filteredOn(Permission::allows)
                .allSatisfy(one -> assertThat(refused(role, one, without(all, one)))
                        .as("calls that need %s", one)
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyDenialThatIsTakenAwayLetsACallThrough(Role role) {
        List<Permission> all = Permission.in(role.policy());
        assertThat(all)
                .filteredOn(one -> !one.allows())
                .allSatisfy(one -> assertThat(letThrough(role, one, without(all, one)))
                        .as("calls that %s keeps out", one)
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyConditionThatIsTakenAwayLetsACallThrough(Role role) {
        List<Permission> all = Permission.in(role.policy());
        for (Permission one : all) {
            assertThat(one.withoutACondition())
                    .allSatisfy(loose -> assertThat(letThrough(role, one, instead(all, one, loose)))
                            .as("calls that %s keeps out, and not %s", one, loose)
                            .isNotEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyValueThatIsTakenOutOfAConditionIsMissedByACall(Role role) {
        List<Permission> all = Permission.in(role.policy());
        for (Permission one : all) {
            assertThat(one.withoutAValue())
                    .allSatisfy(tight -> assertThat(refused(role, one, instead(all, one, tight)))
                            .as("calls that need %s, and not %s", one, tight)
                            .isNotEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyCallIsAllowedInsideABoundaryThatAllowsItsActions(Role role) {
        Optional<JsonNode> boundary = Optional.of(boundary(actions(role)));
        assertThat(simulator.refused(role.policy(), boundary, role.calls())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aBoundaryWithoutOneOfTheActionsRefusesItWhateverTheRoleSays(Role role) {
        Set<String> fewer = actions(role);
        String missing = fewer.iterator().next();
        fewer.remove(missing);
        assertThat(simulator.refused(role.policy(), Optional.of(boundary(fewer)), role.calls()))
                .isNotEmpty()
                .allSatisfy((call, word) -> assertThat(call.action()).isEqualTo(missing));
    }

    @ParameterizedTest
    @MethodSource("rolesOfBoth")
    void aBoundaryThatAllowsEverythingAddsNothing(Role role) {
        assertThat(allowed(role.policy(), Optional.of(boundary(Set.of("*"))), role.foreign()))
                .isEmpty();
    }

    @Test
    void thePageOnSecurityListsWhatTheRolesMayDo() {
        PermissionTable.check(shapes.first);
    }

    private static Set<String> actions(Role role) {
        Set<String> actions = new TreeSet<>();
        Permission.in(role.policy()).forEach(one -> actions.add(one.action()));
        return actions;
    }

    private static JsonNode boundary(Set<String> actions) {
        return Permission.policy(actions.stream().map(Permission::anywhere).toList());
    }

    private static List<Permission> without(List<Permission> all, Permission one) {
        return all.stream().filter(other -> other != one).toList();
    }

    private static List<Permission> instead(List<Permission> all, Permission one, Permission other) {
        return all.stream().map(each -> each == one ? other : each).toList();
    }

    /** The calls of {@code one}'s action that {@code changed}, instead of the role's policy, refuses. */
    private static Collection<AwsCall> refused(Role role, Permission one, List<Permission> changed) {
        List<AwsCall> calls = Permission.about(one.action(), AwsCall::action, role.calls());
        return simulator.refused(policy(one, changed), Optional.empty(), calls).keySet();
    }

    /** The same for calls that are none of the role's business, and allowed. */
    private static List<AwsCall> letThrough(Role role, Permission one, List<Permission> changed) {
        List<AwsCall> calls = Permission.about(one.action(), AwsCall::action, role.foreign());
        return allowed(policy(one, changed), Optional.empty(), calls);
    }

    /** No statement but those of its own action decides about a call. */
    private static JsonNode policy(Permission one, List<Permission> changed) {
        return Permission.policy(Permission.about(one.action(), Permission::action, changed));
    }

    private static List<AwsCall> allowed(JsonNode policy, Optional<JsonNode> boundary, List<AwsCall> calls) {
        Collection<AwsCall> refused = simulator.refused(policy, boundary, calls).keySet();
        return calls.stream().filter(call -> !refused.contains(call)).toList();
    }
}
