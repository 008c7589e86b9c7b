package io.teal.operate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.account.GroupCount;
import io.teal.operate.account.LaunchedHost;
import io.teal.operate.account.Quotas;
import io.teal.release.port.AwsException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkQuotasTest {
    private static final String LIMITS = """
            <DescribeAccountLimitsResponse><DescribeAccountLimitsResult><Limits><member><Name>%s</Name><Max>%s</Max>
            </member></Limits>%s</DescribeAccountLimitsResult></DescribeAccountLimitsResponse>""";
    private static final String GROUPS = """
            <DescribeTargetGroupsResponse><DescribeTargetGroupsResult><TargetGroups><member>
            <TargetGroupArn>%s</TargetGroupArn><LoadBalancerArns><member>%s</member></LoadBalancerArns></member>
            </TargetGroups>%s</DescribeTargetGroupsResult></DescribeTargetGroupsResponse>""";
    private static final String MARKER = "<NextMarker>more</NextMarker>";
    private static final String HOST = """
            <DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId>
            <instanceType>%s</instanceType>%s<tagSet>%s</tagSet></item></instancesSet></item></reservationSet>%s
            </DescribeInstancesResponse>""";

    private Endpoint endpoint;
    private Quotas quotas;

    @BeforeEach
    void start() throws IOException {
        endpoint = new Endpoint();
        quotas = new SdkAccount(Optional.empty()).quotas();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void autoScalingCountsItsGroupsItself() {
        endpoint.reply("DescribeAccountLimits", 200, """
                <DescribeAccountLimitsResponse><DescribeAccountLimitsResult>
                <MaxNumberOfAutoScalingGroups>500</MaxNumberOfAutoScalingGroups>
                <NumberOfAutoScalingGroups>12</NumberOfAutoScalingGroups>
                </DescribeAccountLimitsResult></DescribeAccountLimitsResponse>""");
        assertThat(quotas.groups()).isEqualTo(new GroupCount(12, 500));
        assertThat(endpoint.asked().get(0).service()).isEqualTo("autoscaling");
    }

    @Test
    void quotasOfLoadBalancersAreReadToTheLastPageAndWhatIsNoNumberIsLeftOut() {
        endpoint.reply("DescribeAccountLimits", 200, LIMITS.formatted("target-groups", "3000", MARKER))
                .reply("DescribeAccountLimits", 200, LIMITS.formatted("odd", "many", MARKER))
                .reply("DescribeAccountLimits", 200, LIMITS.formatted("rules", "100", ""));
        assertThat(quotas.loadBalancing()).isEqualTo(Map.of("target-groups", 3000, "rules", 100));
        assertThat(endpoint.asked().get(0).service()).isEqualTo("elasticloadbalancing");
    }

    @Test
    void targetGroupsAreReadToTheLastPageAndTheirLoadBalancersOnce() {
        for (int time = 0; time < 2; time++) {
            endpoint.reply("DescribeTargetGroups", 200, GROUPS.formatted("arn:blue", "arn:balancer", MARKER))
                    .reply("DescribeTargetGroups", 200, GROUPS.formatted("arn:green", "arn:balancer", ""));
        }
        assertThat(quotas.targetGroups("arn:balancer")).containsExactly("arn:blue", "arn:green");
        assertThat(endpoint.requests().get(0)).contains("LoadBalancerArn=arn:balancer");
        assertThat(quotas.loadBalancers(List.of("arn:blue", "arn:green"))).containsExactly("arn:balancer");
        assertThat(endpoint.requests().get(2)).contains("TargetGroupArns.member.2=arn:green");
    }

    @Test
    void aQuotaOfServiceQuotasIsAWholeNumber() {
        endpoint.reply("GetServiceQuota", 200, "{\"Quota\": {\"QuotaCode\": \"L-1216C47A\", \"Value\": 64.0}}");
        assertThat(quotas.serviceQuota("ec2", "L-1216C47A")).isEqualTo(64);
        assertThat(endpoint.asked().get(0).service()).isEqualTo("servicequotas");
        assertThat(endpoint.requests().get(0)).contains("\"ServiceCode\":\"ec2\"");
    }

    @Test
    void hostsAreReadToTheLastPageWithTheirCpusAndGroups() {
        String cpus = "<cpuOptions><coreCount>2</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions>";
        String group = "<item><key>aws:autoscaling:groupName</key><value>shop-orders-blue</value></item>";
        endpoint.reply(
                        "DescribeInstances",
                        200,
                        HOST.formatted("m7i.xlarge", cpus, group, "<nextToken>more</nextToken>"))
                .reply(
                        "DescribeInstances",
                        200,
                        HOST.formatted("t3.small", "<instanceLifecycle>spot</instanceLifecycle>", "", ""));
        assertThat(quotas.hosts())
                .containsExactly(
                        new LaunchedHost(Optional.of("shop-orders-blue"), "m7i.xlarge", true, 4),
                        new LaunchedHost(Optional.empty(), "t3.small", false, 0));
        assertThat(endpoint.requests().get(0)).contains("=pending", "=running").doesNotContain("=stopped");
    }

    @Test
    void aRefusalIsAnErrorThatNamesTheCall() {
        endpoint.reply("GetServiceQuota", 400, "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}");
        assertThatThrownBy(() -> quotas.serviceQuota("ec2", "L-1"))
                .isInstanceOf(AwsException.class)
                .hasMessage("GetServiceQuota L-1: no");
    }
}
