package io.teal.rehearsal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.autoscaling.Launcher;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.Workload;
import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.HealthCheck;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.Propagation;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.aws.elb.StatusMatcher;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.aws.lambda.Invocations;
import io.teal.rehearsal.aws.stepfunctions.LocalExecutions;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.Obstacle;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Teal's runtime reads of a rehearsal's load balancer. */
class LocalAwsTest {
    private static final HealthCheck CHECK = new HealthCheck(
            "/",
            new StatusMatcher("200"),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            new HealthCheck.Thresholds(2, 2));

    private final Timescale timescale = new Timescale(1000);
    private final Balancer balancer = new Balancer(timescale, 1, Propagation.AT_ONCE);
    private ChildProcesses processes;
    private LocalAutoScaling fleets;
    private LocalAws aws;

    @BeforeEach
    void begin() throws IOException {
        processes = new ChildProcesses();
        RealTimers timers = new RealTimers(timescale);
        fleets = new LocalAutoScaling(
                new Launcher(processes, Optional.empty(), Map.of()), balancer, timers, new Workload(1000, 1000));
        TemplateClock clock = new TemplateClock(timers);
        LocalExecutions executions = new LocalExecutions(
                timers,
                clock,
                () -> {
                    throw new IllegalStateException("nothing is executed");
                },
                (function, payload) -> Map.of(),
                new Invocations(timers, line -> {}),
                payload -> {});
        aws = new LocalAws(balancer, fleets, executions, timers, clock, () -> "CREATE_COMPLETE", line -> {});
        for (String group : List.of("A", "B")) {
            balancer.putGroup(new TargetGroupModel(group, CHECK, Duration.ofSeconds(10)));
        }
    }

    @AfterEach
    void end() {
        fleets.close();
        balancer.close();
        processes.close();
    }

    @Test
    void rulesAreReadByPriorityAndTheListenersOwnLast() {
        balancer.putListener(new ListenerModel("L", 80, new ActionModel.FixedResponse(404, Map.of(), "")));
        balancer.putRule(new RuleModel("R2", "L", 2, List.of(), shares(1, 0)));
        balancer.putRule(new RuleModel("R1", "L", 1, List.of(), shares(90, 10)));
        List<ListenerRule> rules = aws.describeRules("L");
        assertThat(rules).extracting(ListenerRule::arn).containsExactly("R1", "R2", "L");
        assertThat(rules).extracting(ListenerRule::isDefault).containsExactly(false, false, true);
        assertThat(rules.get(0).actions().get(0).groups()).containsExactly(group("A", 90), group("B", 10));
    }

    @Test
    void theActionOfOneRuleIsWrittenAndReadBack() {
        balancer.putListener(new ListenerModel("L", 80, shares(1, 1)));
        balancer.putRule(new RuleModel("R", "L", 1, List.of(), shares(100, 0)));
        ListenerRule rule = aws.describeRules("L").get(0);
        ListenerRule.Action old = rule.actions().get(0);
        ListenerRule.Action changed =
                new ListenerRule.Action(old.type(), List.of(group("A", 25), group("B", 75)), old.rest());
        aws.modifyActions(new ListenerRule(rule.arn(), false, List.of(changed)));
        assertThat(aws.describeRules("L").get(0).actions().get(0).groups())
                .containsExactly(group("A", 25), group("B", 75));
        assertThat(balancer.weights("L")).isEqualTo(Map.of("A", 1, "B", 1));
    }

    @Test
    void whatIsNotThereIsRefusedByItsName() {
        balancer.putListener(new ListenerModel("L", 80, shares(1, 1)));
        balancer.putRule(new RuleModel("R", "L", 1, List.of(), shares(100, 0)));
        List<ListenerRule> rules = aws.describeRules("L");
        balancer.removeRule("R");
        balancer.removeListener("L");
        isMissing("RuleNotFound", () -> aws.modifyActions(rules.get(0)));
        isMissing("ListenerNotFound", () -> aws.modifyActions(rules.get(1)));
        isMissing("ListenerNotFound", () -> aws.describeRules("L"));
        balancer.removeGroup("A");
        isMissing("TargetGroupNotFound", () -> aws.describeTargetHealth(LocalArns.targetGroup("A")));
    }

    private static void isMissing(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.obstacle()).isEqualTo(Obstacle.MISSING);
        });
    }

    private static ActionModel.Forward shares(int a, int b) {
        return new ActionModel.Forward(List.of(new ActionModel.Share("A", a), new ActionModel.Share("B", b)));
    }

    private static ListenerRule.WeightedGroup group(String id, int weight) {
        return new ListenerRule.WeightedGroup(LocalArns.targetGroup(id), weight);
    }
}
