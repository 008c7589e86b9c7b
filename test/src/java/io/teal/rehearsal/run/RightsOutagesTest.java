package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Teal's own template, whose function or state machine has rights on other things than those that a run changes. */
class RightsOutagesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("rights")
    void isDeadHereAsOnAws(String name, Consumer<Edits> edit, String expected) throws Exception {
        assertThat(OutagesTest.shown(Edits.by(edit))).anyMatch(line -> line.contains(expected));
    }

    private static Stream<Arguments> rights() {
        return Stream.of(
                row(
                        "the function may change another load balancer's listeners only",
                        it -> it.onlyOn("FunctionRole", "elasticloadbalancing:ModifyListener", "OtherBalancer"),
                        "elasticloadbalancing:ModifyListener is not allowed on ServiceTrafficLoadBalancer"),
                row(
                        "the function is denied the listener",
                        it -> it.denied(
                                "FunctionRole",
                                "elasticloadbalancing:ModifyListener",
                                it.ids("::LoadBalancer", "").get(0)),
                        "elasticloadbalancing:ModifyListener is not allowed on ServiceTrafficLoadBalancer"),
                row(
                        "the machine may invoke another function only",
                        it -> it.onlyOn("MachineRole", "lambda:InvokeFunction", "OtherFunction"),
                        "its state machine may not lambda:InvokeFunction"));
    }

    private static Arguments row(String name, Consumer<Edits> edit, String expected) {
        return arguments(name, edit, expected);
    }
}
