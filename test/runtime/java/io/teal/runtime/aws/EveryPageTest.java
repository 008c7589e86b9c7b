package io.teal.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.DeploymentTarget;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists that AWS gives page by page, with what counts on the last page, and what a list has that does not count. */
class EveryPageTest extends QueuedFixture {

    @Test
    void theListenersOfABalancer() {
        String page = "<Listeners><member><ListenerArn>%s</ListenerArn></member></Listeners>%s";
        answers.xml(
                "DescribeListeners", page.formatted("one", "<NextMarker>more</NextMarker>"), page.formatted("two", ""));
        assertThat(aws.describeListeners("balancer")).containsExactly("one", "two");
        assertThat(answers.asked.get(1)).contains("Marker=more");
    }

    @Test
    void theRulesOfAListener() {
        String page = "<Rules><member><RuleArn>%s</RuleArn><IsDefault>false</IsDefault></member></Rules>%s";
        answers.xml("DescribeRules", page.formatted("one", "<NextMarker>more</NextMarker>"), page.formatted("two", ""));
        assertThat(aws.describeRules("listener")).extracting("arn").containsExactly("one", "two");
    }

    @Test
    void theTagsOfHosts() {
        String page = "{\"PaginationToken\":\"%s\",\"ResourceTagMappingList\":[{\"ResourceARN\":"
                + "\"arn:aws:ec2:eu-west-1:1:instance/%s\",\"Tags\":[{\"Key\":\"teal:version\",\"Value\":\"1.0.0\"}]}]}";
        answers.json("GetResources", page.formatted("more", "i-1"), page.formatted("", "i-2"));
        assertThat(aws.describeHostTags("group")).containsOnlyKeys("i-1", "i-2");
    }

    @Test
    void theHostsOfADeployment() {
        answers.json(
                "ListDeploymentTargets",
                "{\"targetIds\":[\"i-1\"],\"nextToken\":\"more\"}",
                "{\"targetIds\":[\"i-2\"],\"nextToken\":\"yet more\"}",
                "{\"targetIds\":[\"i-3\"]}");
        answers.json("BatchGetDeploymentTargets", """
                {"deploymentTargets":[{"instanceTarget":{"targetId":"i-1","status":"Pending"}},
                 {"instanceTarget":{"targetId":"i-3","status":"Failed"}}]}""");
        assertThat(aws.codeDeploy().describeDeploymentTargets("d-1"))
                .extracting(DeploymentTarget::host)
                .containsExactly("i-1", "i-3");
        assertThat(answers.asked.get(3)).contains("[\"i-1\",\"i-2\",\"i-3\"]");
    }

    @Test
    void theDeploymentsThatRun() {
        answers.json(
                "ListDeployments", "{\"deployments\":[\"d-1\"],\"nextToken\":\"more\"}", "{\"deployments\":[\"d-2\"]}");
        assertThat(aws.codeDeploy().listRunningDeployments("orders", "green")).containsExactly("d-1", "d-2");
    }

    @Test
    void theMinutesOfAMetric() {
        String page = "<MetricDataResults><member><Id>sum</Id><Values><member>%d</member></Values></member>"
                + "</MetricDataResults>%s";
        answers.xml("GetMetricData", page.formatted(40, "<NextToken>more</NextToken>"), page.formatted(2, ""));
        assertThat(aws.getMetricSum("RequestCount", Map.of(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60)))
                .contains(42.0);
    }

    @Test
    void alarmsOfBothKinds() {
        String alarm = "<member><AlarmName>%s</AlarmName><StateValue>%s</StateValue></member>";
        answers.xml(
                "DescribeAlarms",
                "<MetricAlarms>" + alarm.formatted("one", "OK") + "</MetricAlarms><NextToken>more</NextToken>",
                "<CompositeAlarms>" + alarm.formatted("all", "ALARM") + "</CompositeAlarms>");
        assertThat(aws.describeAlarms(List.of("one", "all")))
                .isEqualTo(Map.of("one", new AlarmReading("OK", ""), "all", new AlarmReading("ALARM", "")));
        assertThat(answers.asked.get(0)).contains("AlarmTypes.member.2=CompositeAlarm");
    }

    @Test
    void noMoreAlarmsAreNamedAtOnceThanTheCallTakes() {
        answers.xml("DescribeAlarms", "", "");
        aws.describeAlarms(
                IntStream.range(0, 101).mapToObj(number -> "alarm-" + number).toList());
        assertThat(answers.asked).hasSize(2);
        assertThat(answers.asked.get(0))
                .contains("AlarmNames.member.100=alarm-99")
                .doesNotContain("alarm-100");
        assertThat(answers.asked.get(1))
                .contains("AlarmNames.member.1=alarm-100")
                .doesNotContain("alarm-99");
    }

    @Test
    void hostsThatAreNotInServiceAreNoHostsOfTheGroup() {
        String host = "<member><InstanceId>%s</InstanceId><LifecycleState>%s</LifecycleState></member>";
        group(
                "",
                host.formatted("i-1", "Pending:Wait")
                        + host.formatted("i-2", "InService")
                        + host.formatted("i-3", "Terminating")
                        + host.formatted("i-4", "Standby"));
        assertThat(aws.describeAutoScalingGroup("orders"))
                .map(AutoScalingGroup::instances)
                .contains(List.of("i-2"));
    }

    @Test
    void aGroupThatIsBeingDeletedIsNoFleet() {
        group("<Status>Delete in progress</Status>", "");
        assertThat(aws.describeAutoScalingGroup("orders")).isEmpty();
    }

    private void group(String status, String hosts) {
        answers.xml("DescribeAutoScalingGroups", """
                <AutoScalingGroups><member><AutoScalingGroupName>orders</AutoScalingGroupName>%s
                <DesiredCapacity>2</DesiredCapacity><MinSize>1</MinSize><MaxSize>4</MaxSize>
                <LaunchTemplate><Version>1</Version></LaunchTemplate>
                <Instances>%s</Instances></member></AutoScalingGroups>""".formatted(status, hosts));
    }
}
