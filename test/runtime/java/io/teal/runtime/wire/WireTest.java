package io.teal.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.AwsException;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.Revision;
import io.teal.runtime.aws.AnyCredentials;
import io.teal.runtime.aws.AwsSdk;
import io.teal.runtime.function.NeedsInstalled;
import io.teal.runtime.wire.FaultProxy.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each call of the port over real HTTP, and what becomes of it when the network or AWS does not do its part. */
@NeedsInstalled(".venv/bin/python")
class WireTest {
    private static Moto moto;
    private static FaultProxy proxy;
    private static Account account;
    private static AwsSdk aws;

    @BeforeAll
    static void makeAnAccount() throws Exception {
        AnyCredentials.give();
        moto = new Moto();
        proxy = new FaultProxy(moto.address());
        account = Account.make(moto.address());
        aws = AwsSdk.create(Optional.of(proxy.address()), Optional.of(Account.REGION));
    }

    @AfterAll
    static void endIt() {
        proxy.close();
        moto.close();
    }

    @BeforeEach
    void nothingHasHappened() {
        proxy.forget();
    }

    @Test
    void aStackRollsBackUnlessItIsToldNotTo() {
        assertThat(aws.describeStack("shop").disablesRollback()).isFalse();
    }

    @Test
    void theStatusOfAStack() {
        assertThat(aws.describeStackStatus("shop")).isEqualTo("CREATE_COMPLETE");
        assertThatThrownBy(() -> aws.describeStackStatus("no-such"))
                .isInstanceOf(AwsException.class)
                .hasMessageStartingWith("DescribeStacks no-such: ");
    }

    @Test
    void weightsAreReadAndWrittenAndNothingElseOfTheActionChanges() {
        ListenerRule rule = production();
        assertThat(rule.isDefault()).isTrue();
        assertThat(weights(rule)).isEqualTo(Map.of(account.blue(), 100, account.green(), 0));
        aws.modifyActions(with(rule, 90, 10));
        assertThat(weights(production())).isEqualTo(Map.of(account.blue(), 90, account.green(), 10));
        aws.modifyActions(with(production(), 100, 0));
    }

    @Test
    void aGroupItsSizeItsTagsAndItsHosts() {
        AutoScalingGroup group = aws.describeAutoScalingGroup(Account.GROUP).orElseThrow();
        assertThat(group.max()).isEqualTo(4);
        assertThat(group.launchTemplateVersion()).isEqualTo("1");
        assertThat(group.tags()).containsEntry("teal:version", "1.0.0");
        aws.setDesiredCapacity(Account.GROUP, 3);
        aws.createOrUpdateTag(Account.GROUP, "teal:promoted", "1.0.0");
        AutoScalingGroup after = aws.describeAutoScalingGroup(Account.GROUP).orElseThrow();
        assertThat(after.desired()).isEqualTo(3);
        assertThat(after.instances()).hasSize(3);
        assertThat(after.tags()).containsEntry("teal:promoted", "1.0.0");
        assertThat(aws.describeHostTags(Account.GROUP)).containsOnlyKeys(after.instances());
        assertThat(aws.describeHostTags(Account.GROUP).values())
                .allMatch(tags -> "1.0.0".equals(tags.get("teal:version")));
        assertThat(aws.describeAutoScalingGroup("no-such")).isEmpty();
    }

    @Test
    void healthAlarmsAndMetrics() {
        assertThat(aws.describeTargetHealth(account.blue())).isEmpty();
        assertThat(aws.describeAlarms(List.of("errors", "no-such"))).containsOnlyKeys("errors");
        Instant now = Instant.now();
        Map<String, String> dimensions = Map.of("TargetGroup", "targetgroup/blue/1");
        assertThat(aws.getMetricSum("RequestCount", dimensions, now.minusSeconds(600), now.plusSeconds(600)))
                .contains(42.0);
        assertThat(aws.getMetricSum("RequestCount", dimensions, now, now)).isEmpty();
    }

    @Test
    void anExecutionIsStartedOnceFoundAndStopped() {
        aws.startExecution(account.machine(), "shift-1", Map.of("event", Map.of("RequestType", "Create")));
        assertThatThrownBy(() -> aws.startExecution(account.machine(), "shift-1", Map.of("other", "input")))
                .isInstanceOfSatisfying(
                        AwsException.class, error -> assertThat(error.code()).isEqualTo("ExecutionAlreadyExists"));
        Execution run = aws.listExecutions(account.machine()).get(0);
        assertThat(run.name()).isEqualTo("shift-1");
        assertThat(run.running()).isTrue();
        assertThat(aws.describeExecutionOutput(run.arn())).isEmpty();
        aws.stopExecution(run.arn(), "a newer run has begun");
        assertThat(aws.listExecutions(account.machine()).get(0).status()).isEqualTo("ABORTED");
    }

    @Test
    void aDeploymentIsMadeFoundWhileItRunsAndRead() {
        assertThat(aws.codeDeploy().listRunningDeployments("orders", "green")).isEmpty();
        Revision revision = new Revision("artifacts", "orders/1.0.0.tar.gz");
        String id = aws.codeDeploy().createDeployment("orders", "green", revision, "a test");
        assertThat(aws.codeDeploy().listRunningDeployments("orders", "green")).containsExactly(id);
        Deployment made = aws.codeDeploy().getDeployment(id);
        assertThat(made).isEqualTo(new Deployment(id, "Created", "user", Optional.of(revision), 0, ""));
        assertThat(aws.codeDeploy().getDeploymentGroup("orders", "green"))
                .isEqualTo(new DeploymentGroup(Optional.empty(), Optional.empty()));
        assertThatThrownBy(() -> aws.codeDeploy().getDeploymentGroup("orders", "no-such"))
                .isInstanceOf(AwsException.class)
                .hasMessageStartingWith("GetDeploymentGroup no-such: ");
    }

    @Test
    void aReadThatIsThrottledOrFailsIsRepeated() {
        for (Fault fault : List.of(Fault.THROTTLED, Fault.ERROR)) {
            proxy.forget();
            proxy.meet(fault, fault);
            assertThat(aws.describeAutoScalingGroup(Account.GROUP))
                    .as("%s", fault)
                    .isPresent();
            assertThat(proxy.count("DescribeAutoScalingGroups")).isEqualTo(3);
        }
    }

    @Test
    void aReadIsNotRepeatedForEver() {
        proxy.meet(Fault.ERROR, Fault.ERROR, Fault.ERROR, Fault.ERROR);
        assertThatThrownBy(() -> aws.describeStackStatus("shop")).isInstanceOf(AwsException.class);
        assertThat(proxy.count("DescribeStacks")).isEqualTo(3);
    }

    @Test
    void aWriteIsSentOnceWhateverHappens() {
        ListenerRule rule = production();
        for (Fault fault : Fault.values()) {
            proxy.forget();
            proxy.meet(fault);
            assertThatThrownBy(() -> aws.modifyActions(with(rule, 70, 30)))
                    .as("%s", fault)
                    .isInstanceOf(AwsException.class)
                    .hasMessageStartingWith("ModifyListener ");
            assertThat(proxy.count("ModifyListener")).isEqualTo(1);
        }
    }

    @Test
    void whatWasCarriedOutIsSeenByTheNextRead() {
        proxy.meet(Fault.ANSWER_LOST);
        assertThatThrownBy(() -> aws.setDesiredCapacity(Account.GROUP, 2)).isInstanceOf(AwsException.class);
        assertThat(aws.describeAutoScalingGroup(Account.GROUP).orElseThrow().desired())
                .isEqualTo(2);
    }

    private static ListenerRule production() {
        String listener = aws.describeListeners(account.balancer()).get(0);
        return aws.describeRules(listener).get(0);
    }

    private static ListenerRule with(ListenerRule rule, int blue, int green) {
        ListenerRule.Action old = rule.actions().get(0);
        List<ListenerRule.WeightedGroup> groups = List.of(
                new ListenerRule.WeightedGroup(account.blue(), blue),
                new ListenerRule.WeightedGroup(account.green(), green));
        return new ListenerRule(
                rule.arn(), rule.isDefault(), List.of(new ListenerRule.Action(old.type(), groups, old.rest())));
    }

    private static Map<String, Integer> weights(ListenerRule rule) {
        List<ListenerRule.WeightedGroup> groups = rule.actions().get(0).groups();
        return Map.of(
                groups.get(0).arn(), groups.get(0).weight(),
                groups.get(1).arn(), groups.get(1).weight());
    }
}
