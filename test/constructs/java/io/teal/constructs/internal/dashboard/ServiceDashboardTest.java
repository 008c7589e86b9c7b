package io.teal.constructs.internal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.BlueGreenService;
import io.teal.constructs.CutoverOptions;
import io.teal.constructs.HostOptions;
import io.teal.constructs.NetworkOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.TextWidget;

/** Both colours side by side, for who asks for it. */
class ServiceDashboardTest {
    private static ShownDashboard both() {
        return ShownDashboard.of(SampleService.both().service());
    }

    @Test
    void thereIsNoneUnlessItIsAskedFor() {
        assertThat(SampleService.both().synth().ids("CloudWatch::Dashboard")).isEmpty();
    }

    @Test
    void nothingElseInTheTemplateChanges() {
        SynthTemplate without = SampleService.both().synth();
        Map<String, Object> with = new TreeMap<>(both().template().resources());
        with.keySet().removeIf(id -> SynthTemplate.withoutHash(id).equals("OrdersDashboard"));
        assertThat(with).isEqualTo(new TreeMap<>(without.resources()));
        assertThat(both().template().outputs()).isEqualTo(without.outputs());
    }

    @Test
    void itIsNamedByStackServiceAndRegionSinceAnAccountHasThemTogether() {
        assertThat(both().template().properties("OrdersDashboard").get("DashboardName"))
                .isEqualTo(Map.of("Fn::Join", List.of("", List.of("shop-orders-", Map.of("Ref", "AWS::Region")))));
    }

    @Test
    void askedForTwiceItIsOne() {
        BlueGreenService service = SampleService.both().service();
        assertThat(service.dashboard()).isSameAs(service.dashboard());
    }

    @Test
    void whatUsersAddStandsBelow() {
        BlueGreenService service = SampleService.both().service();
        service.dashboard()
                .addWidgets(
                        TextWidget.Builder.create().markdown("ours").width(24).build());
        List<JsonNode> widgets = ShownDashboard.of(service).widgets();
        assertThat(widgets.get(widgets.size() - 1).toString()).contains("ours");
    }

    @Test
    void itNamesTheActiveColourAndTheVersions() {
        assertThat(both().markdown())
                .startsWith("# orders\n")
                .contains("| version | 1.0.0 | 2.0.0 |", "| traffic, percent | 100 | 0 |", "Active: **blue**")
                .contains("bin/teal status shop");
        Release resting = Release.first(Color.BLUE, SampleService.ONE)
                .start(SampleService.TWO)
                .promote()
                .rest(10);
        assertThat(ShownDashboard.of(SampleService.of(resting).service()).markdown())
                .contains("| traffic, percent | 10 | 90 |", "Active: **green**");
        assertThat(ShownDashboard.of(SampleService.blueOnly().service()).markdown())
                .contains("| version | 1.0.0 | none |");
    }

    @Test
    void itHasTheSameGraphsWhetherAColourHasAFleetOrNot() {
        ShownDashboard one = ShownDashboard.of(SampleService.blueOnly().service());
        ShownDashboard two = both();
        assertThat(one.widgets().subList(1, one.widgets().size()))
                .isEqualTo(two.widgets().subList(1, two.widgets().size()));
        assertThat(two.titles())
                .containsExactly(
                        "text",
                        "Alarms that roll a release back",
                        "Preflight and Shift, executions a minute",
                        "Share of the requests, percent",
                        "Requests a minute",
                        "Answers 5xx a minute",
                        "Response time, seconds",
                        "Hosts as the load balancer sees them",
                        "Hosts of the Auto Scaling groups",
                        "CPU, percent",
                        "Network, bytes a minute");
    }

    @Test
    void sharesAreOfTheRequestsThatBothColoursAnswered() {
        String shares = both().widget("Share of the requests, percent").toString();
        assertThat(shares)
                .contains("100 * FILL(blue, 0) / SUM([blue, green])", "100 * FILL(green, 0) / SUM([blue, green])")
                .contains("OrdersTrafficBlueTargets.TargetGroupFullName", "\"id\":\"blue\"", "\"id\":\"green\"");
    }

    @Test
    void targetsAreNamedByTargetGroupAndGroupsByTheirFixedNames() {
        ShownDashboard shown = both();
        assertThat(shown.metrics("Answers 5xx a minute"))
                .hasSize(2)
                .allMatch(metric -> metric.contains("HTTPCode_Target_5XX_Count") && metric.contains("\"Sum\""));
        assertThat(shown.metrics("Response time, seconds").toString())
                .contains("blue p50", "blue p99", "green p50", "green p99");
        assertThat(shown.metrics("Hosts as the load balancer sees them").toString())
                .contains("\"HealthyHostCount\"", "\"UnHealthyHostCount\"");
        assertThat(shown.metrics("Hosts of the Auto Scaling groups").toString())
                .contains("GroupDesiredCapacity", "GroupInServiceInstances", "shop-orders-blue", "shop-orders-green");
        assertThat(shown.metrics("CPU, percent"))
                .allMatch(metric -> metric.contains("\"AWS/EC2\",\"CPUUtilization\",\"AutoScalingGroupName\""));
    }

    /** The graph of groups is empty if they do not report. */
    @Test
    void theGroupsReportTheirSizes() {
        assertThat(both().template().properties("OrdersBlueGroupASG").get("MetricsCollection"))
                .isEqualTo(List.of(Map.of("Granularity", "1Minute")));
    }

    @Test
    void everyAlarmThatRollsAReleaseBackIsThere() {
        BlueGreenService service = SampleService.both()
                .with((stack, props) -> props.cutover(CutoverOptions.builder()
                        .alarms(SampleService.alarm(stack, 1))
                        .build()))
                .service();
        JsonNode alarms = ShownDashboard.of(service)
                .widget("Alarms that roll a release back")
                .path("alarms");
        assertThat(alarms).hasSize(1 + 2 * 3);
        assertThat(alarms.toString()).contains("Alarm1", "OrdersCutoverGreenHealthErrors");
    }

    @Test
    void moreAlarmsThanOneWidgetTakesAreInTwo() {
        BlueGreenService service = ports().with((stack, props) -> props.cutover(
                        CutoverOptions.builder().alarms(alarms(stack, 90)).build()))
                .service();
        List<JsonNode> widgets = ShownDashboard.of(service).widgets().stream()
                .filter(widget -> widget.path("type").asText().equals("alarm"))
                .toList();
        assertThat(widgets)
                .extracting(widget -> widget.path("properties").path("alarms").size())
                .containsExactly(100, 2);
    }

    private static IAlarm[] alarms(Stack stack, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> SampleService.alarm(stack, number))
                .toArray(IAlarm[]::new);
    }

    private static SampleService ports() {
        TrafficOptions admin = TrafficOptions.builder()
                .applicationPort(9090)
                .application(ApplicationOptions.builder().productionPort(8443).build())
                .previewPorts(9081, 9082)
                .build();
        return SampleService.both()
                .traffic(own -> own.application(
                        ApplicationOptions.builder().alsoPort("admin", admin).build()));
    }

    @Test
    void eachPortHasGraphsOfItsOwn() {
        ShownDashboard shown = ShownDashboard.of(ports().service());
        assertThat(shown.titles()).contains("Share of the requests, percent", "Answers 5xx a minute, port admin");
        assertThat(shown.widget("Share of the requests, percent, port admin").toString())
                .contains("SUM([blueAdmin, greenAdmin])", "OrdersTrafficPortadminGreenTargets");
    }

    @Test
    void aNetworkLoadBalancerHasConnectionsOfBothColoursAndNoShares() {
        ShownDashboard shown = ShownDashboard.of(SampleService.both()
                .traffic(options -> options.network(NetworkOptions.builder().build()))
                .service());
        assertThat(shown.titles())
                .contains("New connections a minute, both colours together", "Hosts as the load balancer sees them")
                .noneMatch(title -> title.contains("Share") || title.contains("5xx"));
        assertThat(shown.metrics("Hosts as the load balancer sees them").toString())
                .contains("AWS/NetworkELB", "TargetGroup");
        assertThat(shown.widget("Alarms that roll a release back").toString()).contains("OrdersCutoverResets");
    }

    @Test
    void behindAListenerThatIsThereItCountsItsOwnTargetGroupsOnly() {
        ShownDashboard shown = ShownDashboard.of(
                SampleService.both().behind(existing -> existing).service());
        assertThat(shown.metrics("Requests a minute")).allMatch(metric -> metric.contains("app/shared/1a"));
    }

    @Test
    void whatTheAgentSendsIsThereIfThereIsOne() {
        ShownDashboard shown = ShownDashboard.of(agent("/var/log/orders.log"));
        assertThat(shown.metrics("Memory, percent").toString())
                .contains("\"CWAgent\",\"mem_used_percent\",\"AutoScalingGroupName\",\"shop-orders-green\"");
        assertThat(shown.metrics("Fullest root volume, percent").toString()).contains("disk_used_percent", "Maximum");
        assertThat(shown.widget("Newest errors in the logs of blue")
                        .path("query")
                        .asText())
                .startsWith("SOURCE 'OrdersBlueAgentLog' | fields @timestamp")
                .endsWith("| sort @timestamp desc\n| limit 20");
        assertThat(ShownDashboard.of(agent()).titles())
                .contains("Memory, percent")
                .noneMatch(title -> title.contains("errors"));
    }

    private static BlueGreenService agent(String... files) {
        return SampleService.both()
                .fleet(options -> options.hosts(
                        HostOptions.builder().cloudWatchAgent(files).build()))
                .service();
    }

    @Test
    void nothingWaitsForIt() {
        SynthTemplate template = both().template();
        assertThat(template.graph().cycle()).isEmpty();
        String id = template.id("OrdersDashboard");
        assertThat(template.resources().values())
                .noneMatch(resource -> resource.toString().contains(id));
    }
}
