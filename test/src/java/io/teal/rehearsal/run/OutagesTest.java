package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.ProductionListener;
import io.teal.rehearsal.journey.RehearsedRelease;
import io.teal.rehearsal.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Outages made of Teal's own template by one edit: each is dead here as it is on AWS, or named in the report. On the
 * virtual clock; the rows of docs/rehearsal.md.
 */
class OutagesTest {
    private static final String TARGETS = "::TargetGroup";
    private static final String BALANCER = "::LoadBalancer";
    private static final String FLEET = "::AutoScalingGroup";
    private static final String INGRESS = "::SecurityGroupIngress";
    private static final String UNREACHED =
            "stop: 1.0.0 was taken back after 13 min: blue's targets: 2 unhealthy (Target.Timeout)";

    /** On AWS it does no harm either: the runs wait for health themselves. */
    private static final String HARMLESS = "released, and nothing lost";

    private static final List<String> TOLD = List.of("TealPreflight", "TealShift");

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void isDeadHereOrNamed(String name, Consumer<Edits> edit, String expected) throws Exception {
        String released = TemplatesOfTheApp.text("default", "web", Deploys.RELEASED);
        assertThat(Edits.by(edit).apply(released))
                .isNotEqualTo(Edits.by(it -> {}).apply(released));
        List<String> shown = shown(Edits.by(edit));
        assertThat(shown).anyMatch(line -> line.contains(expected));
    }

    static Stream<Arguments> outages() {
        return Stream.of(fleets(), targets(), traffic(), hosts(), reach(), machinery(), releases())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> fleets() {
        return Stream.of(
                row("grace 0", it -> it.set(FLEET, "HealthCheckGracePeriod", 0), "health checks 20 s after its launch"),
                row("one host", it -> it.set(FLEET, "MinSize", "1"), "danger: blue has one host"),
                row(
                        "$Latest instead of the pin",
                        it -> it.each(FLEET)
                                .forEach(
                                        fleet -> ((ObjectNode) fleet.path("LaunchTemplate")).put("Version", "$Latest")),
                        "boots launch template version $Latest"),
                row(
                        "green's group in blue's target group too",
                        it -> it.each(FLEET, "Green")
                                .forEach(fleet -> ((ArrayNode) fleet.path("TargetGroupARNs"))
                                        .addObject()
                                        .put("Ref", it.ids(TARGETS, "Blue").get(0))),
                        "they serve whatever the weights"));
    }

    private static Stream<Arguments> targets() {
        return Stream.of(
                row(
                        "deregistration delay 0",
                        it -> it.attribute(
                                TARGETS, "TargetGroupAttributes", "deregistration_delay.timeout_seconds", "0"),
                        "danger: the deregistration delay of ServiceTrafficBlueTargets40A30F2A is 0 s"),
                row(
                        "unhealthy threshold 10 at 300 s",
                        it -> it.each(TARGETS)
                                .forEach(group -> group.put("UnhealthyThresholdCount", 10)
                                        .put("HealthCheckIntervalSeconds", 300)),
                        "dead for up to 50 min, until 10 health checks have failed"),
                row(
                        "a health check path that does not exist",
                        it -> it.set(TARGETS, "HealthCheckPath", "/nope"),
                        "not judged: whether your service answers HTTP on port 8080, and health checks by HTTP of /nope"),
                row(
                        "target group HTTPS to a host that speaks HTTP",
                        it -> it.set(TARGETS, "Protocol", "HTTPS"),
                        "not judged: whether your service answers HTTPS on port 8080"));
    }

    private static Stream<Arguments> traffic() {
        return Stream.of(
                row(
                        "idle timeout 1 s",
                        it -> it.attribute(BALANCER, "LoadBalancerAttributes", "idle_timeout.timeout_seconds", "1"),
                        "a request that takes longer is answered 504"),
                row("scheme internal", it -> it.set(BALANCER, "Scheme", "internal"), "is internal: clients outside"),
                row("no alarms told to Shift", OutagesTest::withoutAlarms, "watches no alarm"),
                row("constant weights in the listener", OutagesTest::constantWeights, "has weights of its own"),
                row(
                        "no route for clients",
                        it -> it.drop("::Route", "Public"),
                        "without a route to an internet gateway"));
    }

    private static Stream<Arguments> hosts() {
        return Stream.of(
                row("no route to the internet", it -> it.drop("::Route", "Private"), "have no route to the internet"),
                row(
                        "user data exits 1",
                        it -> it.launch("UserData", "ZXhpdCAx"),
                        "not judged: whether the images of the hosts exist, and what their user data does"),
                row(
                        "no such image",
                        it -> it.launch("ImageId", "ami-0"),
                        "not judged: whether the images of the hosts exist"));
    }

    private static Stream<Arguments> reach() {
        return Stream.of(
                row("the fleet's security group admits another port", it -> it.ports(INGRESS, 8081), UNREACHED),
                row(
                        "and here is why",
                        it -> it.ports(INGRESS, 8081),
                        "danger: hosts of blue cannot be reached: security group ServiceHostsSecurityGroup5A07E33B admits"
                                + " nothing from security group ServiceTrafficSecurityGroup60288493 on port 8080"),
                row("the balancer's lets nothing out", it -> it.ports("::SecurityGroupEgress", 8081), UNREACHED),
                row("target port 9999", it -> it.set(TARGETS, "Port", 9999), UNREACHED),
                row("health check port 9999", it -> it.set(TARGETS, "HealthCheckPort", "9999"), UNREACHED),
                row(
                        "the balancer's security group admits no client",
                        it -> it.set("::SecurityGroup", "SecurityGroupIngress", List.of()),
                        "lost: connection cut"),
                row(
                        "and why",
                        it -> it.set("::SecurityGroup", "SecurityGroupIngress", List.of()),
                        "ServiceTrafficSecurityGroup60288493 admits no client on port 80"));
    }

    private static Stream<Arguments> machinery() {
        return Stream.of(
                row(
                        "the machine may not invoke the function",
                        it -> it.policies("MachineRole", "lambda:InvokeFunction"),
                        "back: no answer within its ServiceTimeout of 3600 s: its state machine may not lambda:InvokeFunction"),
                row(
                        "the function has no rights at all",
                        it -> it.each("::Role", "FunctionRole").forEach(role -> role.putArray("Policies")),
                        "its function may not states:StartExecution"),
                row(
                        "the function may not change the listener",
                        it -> it.policies("FunctionRole", "elasticloadbalancing:ModifyListener"),
                        "elasticloadbalancing:ModifyListener is not allowed"),
                row(
                        "ServiceToken of another function",
                        it -> it.each("::Function").forEach(function -> function.put("Handler", "index.handler")),
                        "which is not Teal's function"),
                row(
                        "ServiceTimeout 60 s",
                        it -> TOLD.forEach(type -> it.set(type, "ServiceTimeout", "60")),
                        "back: no answer within its ServiceTimeout of 60 s"));
    }

    private static Stream<Arguments> releases() {
        return Stream.of(
                row(
                        "HTTPS listener without certificate",
                        it -> it.set("::Listener", "Protocol", "HTTPS"),
                        "refused: AWS::ElasticLoadBalancingV2::Listener"),
                row("Shift without its dependency on the fleets", it -> it.independent("TealShift"), HARMLESS),
                row("a preview listener removed", it -> it.withoutPreview("GreenPreview"), HARMLESS),
                row(
                        "both preview listeners removed",
                        it -> it.withoutPreview("Preview"),
                        "blue's targets: 2 unused (Target.NotInUse)"),
                row(
                        "update policy dropped and the image changed in place",
                        OutagesTest::inPlace,
                        "danger: what hosts of blue boot changes, and no update policy replaces them"));
    }

    private static void inPlace(Edits it) {
        boolean released = !it.each(FLEET, "Green").toList().isEmpty();
        it.withoutUpdatePolicy();
        it.launch("ImageId", released ? "ami-00000000000000002" : "ami-00000000000000001");
    }

    private static void withoutAlarms(Edits it) {
        TOLD.stream().flatMap(it::each).forEach(told -> {
            for (String name : List.of("Alarms", "BlueAlarms", "GreenAlarms")) {
                told.putArray(name);
            }
        });
    }

    private static void constantWeights(Edits it) {
        it.each("::Listener", "Production").forEach(listener -> {
            for (var group :
                    listener.path("DefaultActions").get(0).path("ForwardConfig").path("TargetGroups")) {
                ((ObjectNode) group).put("Weight", 50);
            }
        });
    }

    private static Arguments row(String name, Consumer<Edits> edit, String expected) {
        return arguments(name, edit, expected);
    }

    /** What a person is shown of a deploy and a release whose templates {@code edit} has changed. */
    static List<String> shown(UnaryOperator<String> edit) throws Exception {
        try {
            StackModel live = TemplatesOfTheApp.model(Deploys.ONE, edit);
            StackModel released = TemplatesOfTheApp.model(Deploys.RELEASED, edit);
            Journey journey = Journey.of(
                    "web",
                    List.of(new RehearsedRelease("live", live), new RehearsedRelease("released", released)),
                    ProductionListener.of(live, Optional.empty()),
                    true);
            return lines(ExampleRun.measured(journey, ExampleRun.usual()).report());
        } catch (BadInputException refused) {
            return List.of("refused: " + refused.getMessage());
        }
    }

    private static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.clean() ? HARMLESS : "stop: " + report.run().stop());
        report.losses().forEach(loss -> lines.add("lost: " + loss.cause()));
        report.phases().forEach(phase -> lines.add("back: " + phase.wentBack()));
        report.run().remarks().stream().map(Remark::line).forEach(lines::add);
        return lines;
    }
}
