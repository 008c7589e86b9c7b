package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.app.Golden;
import io.teal.operate.Shop;
import io.teal.operate.ShopFigures;
import io.teal.operate.account.Connection;
import io.teal.operate.account.LogLine;
import io.teal.operate.account.MetricQuery;
import io.teal.operate.account.MetricSeries;
import io.teal.release.Color;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AwsException;
import io.teal.release.port.Reads;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ChecklistCommandTest {
    private static final String STANDBY = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final AwsException DENIED =
            new AwsException("AccessDeniedException", "GetMetricData: not authorized", null);

    private final Line line = new Line();

    private int checklist(Shop shop, String... options) {
        List<String> words = new ArrayList<>(List.of("status", "shop", "--checklist"));
        words.addAll(List.of(options));
        return line.run(Teal.commandLine(Shops.opener(shop)), words.toArray(String[]::new));
    }

    /** What follows what {@code status} prints without the option. */
    private String shown(Shop shop) {
        assertThat(checklist(shop)).isZero();
        String text = line.taken();
        assertThat(text.lines()).allMatch(printed -> printed.length() <= Line.COLUMNS);
        return text.substring(text.indexOf("settled: ")).replaceFirst("settled: .*\n", "");
    }

    private static Shop serving() {
        Shop shop = Shop.settled(STANDBY).promoted(Color.BLUE).promoted(Color.GREEN);
        shop.account.telemetry.figures = query -> ShopFigures.figure(query, true);
        shop.alarms = List.of("shop-orders-unhealthy");
        shop.colorAlarms.put(Color.BLUE, List.of("shop-orders-blue-5xx"));
        shop.colorAlarms.put(Color.GREEN, List.of("shop-orders-green-5xx", "shop-orders-green-gone"));
        shop.template(STANDBY);
        shop.aws.alarms.put("shop-orders-unhealthy", new AlarmReading("OK", ""));
        shop.aws.alarms.put("shop-orders-blue-5xx", new AlarmReading("INSUFFICIENT_DATA", ""));
        shop.aws.alarms.put("shop-orders-green-5xx", new AlarmReading("ALARM", "2 is greater than 1"));
        shop.account.telemetry.logs.put("/teal/shop-orders-blue", List.of());
        shop.account.telemetry.logs.put(
                "/teal/shop-orders-green",
                List.of(
                        at("10:59:59", "error, too long ago"),
                        at("11:02:00", "error one"),
                        at("11:03:00", "Exception two"),
                        at("11:54:00", "FATAL three\n  at io.shop.Orders.take(Orders.java:12)"),
                        at("11:55:30", "error four"),
                        at("11:57:00", "error five: " + "x".repeat(80)),
                        at("11:59:58", "\u001b[31merror\u001b[0m six")));
        return shop;
    }

    private static LogLine at(String time, String text) {
        return new LogLine(Instant.parse("2026-11-21T" + time + "Z"), "i-0123456789abcdef0/var/log/orders.log", text);
    }

    private static Shop network(Shop shop) {
        shop.account.resources.put(
                "Balancer", "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/shop/50dc");
        return shop;
    }

    @Test
    void eachStateIsPrintedInEightyColumns() {
        StringBuilder all = new StringBuilder();
        all.append("# both colours\n").append(shown(serving()));
        all.append("\n# behind a Network Load Balancer\n").append(shown(network(serving())));
        Shop bare = Shop.settled(ONE);
        bare.account.telemetry.figures =
                query -> ShopFigures.blue(query) ? ShopFigures.figure(query, false) : MetricSeries.NONE;
        all.append("\n# one colour, without agent and alarms\n").append(shown(bare));
        Shop denied = serving();
        denied.account.telemetry.refused = Optional.of(DENIED);
        denied.aws.refused = Optional.of(new AwsException("AccessDenied", "DescribeAlarms: not authorized", null));
        all.append("\n# nothing is allowed\n").append(shown(denied));
        Shop chatty = serving();
        chatty.account.telemetry.whole = false;
        all.append("\n# a log with too many lines\n")
                .append(shown(chatty).replaceFirst("(?s).*\n(?=    green .*gone)", ""));
        Golden.check("golden/cli/checklist.txt", all.toString());
    }

    @Test
    void jsonHasItInAFieldOfItsOwn() throws IOException {
        assertThat(checklist(serving(), "--json")).isZero();
        String text = line.taken();
        assertThat(text).hasLineCount(1).doesNotContain("\u001b", "\\u001b");
        JsonNode tree = new ObjectMapper().readTree(text);
        assertThat(tree.path("schema").asInt()).isEqualTo(1);
        Golden.check("golden/cli/checklist.json", tree.path("checklists").toPrettyString() + "\n");
        line.run(Teal.commandLine(Shops.opener(serving())), "status", "shop", "--json");
        assertThat(line.taken()).doesNotContain("checklists");
    }

    @Test
    void metricsAreThoseOfTheDashboardAndAskedForOnceInOneCall() {
        Shop shop = serving();
        shown(shop);
        List<MetricQuery> asked = shop.account.telemetry.asked;
        assertThat(asked)
                .doesNotHaveDuplicates()
                .contains(
                        new MetricQuery(
                                "AWS/ApplicationELB",
                                "RequestCount",
                                Map.of("LoadBalancer", "app/shop/50dc", "TargetGroup", "targetgroup/blue/73e2"),
                                "Sum",
                                60),
                        new MetricQuery(
                                "CWAgent",
                                "disk_used_percent",
                                Map.of("AutoScalingGroupName", "shop-orders-green"),
                                "Maximum",
                                300))
                .hasSize(18);
    }

    @Test
    void flowsOfANetworkLoadBalancerAreAskedForOnce() {
        Shop flows = network(serving());
        shown(flows);
        assertThat(flows.account.telemetry.asked)
                .hasSize(12)
                .contains(new MetricQuery(
                        "AWS/NetworkELB", "NewFlowCount", Map.of("LoadBalancer", "net/shop/50dc"), "Sum", 60));
    }

    @Test
    void theRestOfTheHourIsSearchedOnlyIfTheLastMinutesHaveNotEnough() {
        Shop shop = serving();
        List<LogLine> many = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            many.add(at("11:58:0" + i, "error " + i));
        }
        shop.account.telemetry.logs.put("/teal/shop-orders-green", many);
        assertThat(shown(shop)).contains("11:58:05 error 5", "11:58:01 error 1").doesNotContain("error 0");
        assertThat(shop.account.telemetry.searched)
                .containsExactlyInAnyOrder(
                        "/teal/shop-orders-blue 2026-11-21T11:55:00Z 2026-11-21T12:00:00Z",
                        "/teal/shop-orders-blue 2026-11-21T11:00:00Z 2026-11-21T11:54:59.999Z",
                        "/teal/shop-orders-green 2026-11-21T11:55:00Z 2026-11-21T12:00:00Z");
    }

    @Test
    void eachPortHasItsRows() {
        Shop shop = serving();
        String two = shop.account.templates.get("shop").replaceAll("\\[(\\{\"Ref\":\"\\w+Targets\"})]", "[$1,$1]");
        shop.account.templates.put("shop", two);
        assertThat(shown(shop)).contains("  requests, port 2", "  p99 worst minute, port 2 ", " 2+2/2");
    }

    @Test
    void hostsThatBothColoursShareAreCountedOnce() {
        Shop shop = serving();
        shop.account.templates.put(
                "shop", shop.account.templates.get("shop").replace("-orders-green\"", "-orders-blue\""));
        checklist(shop);
        assertThat(line.taken().replaceAll(" +", " "))
                .contains("\n CPU 3.1% (both colours together)\n", "\n newest errors in the logs of both, last hour");
    }

    @Test
    void aFigureThatIsNotWholeIsNoFigure() {
        Shop shop = serving();
        shop.account.telemetry.figures =
                query -> new MetricSeries(ShopFigures.points(60, 1).points(), "InternalError");
        assertThat(shown(shop).replaceAll(" +", " "))
                .contains(
                        "\n requests both not readable: InternalError\n", "\n CPU both not readable: InternalError\n");
    }

    @Test
    void allReadsOfAServiceAreOnTheirWayBeforeTheFirstAnswerIsWaitedFor() {
        StringBuilder order = new StringBuilder();
        Reads noted = new Reads() {
            @Override
            public <T> Supplier<T> begin(Supplier<T> read) {
                order.append('b');
                return () -> {
                    order.append('a');
                    return read.get();
                };
            }
        };
        Shop shop = serving();
        line.run(
                Teal.commandLine(
                        (profile, region) -> new Connection(shop.aws, shop.account, shop.clock, shop.clock, noted)),
                "status",
                "shop",
                "--checklist");
        assertThat(order.toString()).matches(".*ab{7}a{7}");
    }

    @Test
    void watchingShowsItWithEachChange() {
        Shop shop = serving().stack("UPDATE_IN_PROGRESS");
        shop.clock.whilePausing(() -> shop.stack("UPDATE_COMPLETE"));
        assertThat(checklist(shop, "--watch")).isZero();
        assertThat(line.taken().lines().filter(printed -> printed.contains("the last five minutes")))
                .hasSize(2);
    }
}
