package io.teal.operate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.account.LogLine;
import io.teal.operate.account.LogSearch;
import io.teal.operate.account.MetricQuery;
import io.teal.operate.account.MetricSeries;
import io.teal.operate.account.Telemetry;
import io.teal.release.port.AwsException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkTelemetryTest {
    private static final Instant FROM = Instant.parse("2026-11-21T11:45:00Z");
    private static final Instant TO = Instant.parse("2026-11-21T12:00:00Z");
    private static final MetricQuery CPU =
            new MetricQuery("AWS/EC2", "CPUUtilization", Map.of("AutoScalingGroupName", "g"), "Average", 300);
    private static final MetricQuery SLOW =
            new MetricQuery("AWS/ApplicationELB", "TargetResponseTime", Map.of("TargetGroup", "t"), "p99", 60);
    private static final String FIGURES = """
            <GetMetricDataResponse><GetMetricDataResult><MetricDataResults>%s</MetricDataResults>%s
            </GetMetricDataResult></GetMetricDataResponse>""";

    private Endpoint endpoint;
    private Telemetry telemetry;

    @BeforeEach
    void start() throws IOException {
        endpoint = new Endpoint();
        telemetry = new SdkAccount(Optional.empty()).telemetry();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private static String figure(String id, String status, String at, double value) {
        return """
                <member><Id>%s</Id><StatusCode>%s</StatusCode><Timestamps><member>%s</member></Timestamps>
                <Values><member>%s</member></Values></member>""".formatted(id, status, at, value);
    }

    @Test
    void allFiguresAreAskedForInOneCallAndReadToTheLastPage() {
        String late = "2026-11-21T11:55:00Z";
        String early = "2026-11-21T11:50:00Z";
        endpoint.reply(
                        "GetMetricData",
                        200,
                        FIGURES.formatted(
                                figure("m0", "PartialData", late, 31.5) + figure("m1", "PartialData", late, 0.2),
                                "<NextToken>more</NextToken>"))
                .reply("GetMetricData", 200, FIGURES.formatted(figure("m0", "Complete", early, 30), ""));
        Map<MetricQuery, MetricSeries> read = telemetry.getMetricData(List.of(CPU, SLOW), FROM, TO);
        assertThat(read.get(CPU))
                .isEqualTo(new MetricSeries(
                        new TreeMap<>(Map.of(Instant.parse(late), 31.5, Instant.parse(early), 30.0)), ""));
        assertThat(read.get(SLOW).problem()).isEqualTo("PartialData");
        assertThat(endpoint.requests().get(0))
                .contains("MetricName=CPUUtilization", "Name=AutoScalingGroupName", "Value=g", "Stat=Average")
                .contains("Period=300", "Stat=p99", "Period=60", "StartTime=2026-11-21T11:45:00Z");
        assertThat(endpoint.requests().get(1)).contains("NextToken=more");
    }

    @Test
    void aFigureThatIsNotAnsweredHasAProblem() {
        endpoint.reply("GetMetricData", 200, FIGURES.formatted("", ""));
        assertThat(telemetry.getMetricData(List.of(CPU), FROM, TO).get(CPU).problem())
                .isEqualTo("NoAnswer");
    }

    @Test
    void linesAreReadToTheLastPageAlsoIfOneIsEmpty() {
        endpoint.reply("FilterLogEvents", 200, page(1, "\"nextToken\": \"more\""))
                .reply("FilterLogEvents", 200, "{\"events\": [], \"nextToken\": \"yet more\"}")
                .reply("FilterLogEvents", 200, page(2, "\"searchedLogStreams\": []"));
        assertThat(telemetry.filterLogEvents("/teal/shop", "%[Ee]rror%", FROM, TO, 3))
                .isEqualTo(new LogSearch(List.of(line(1), line(2)), true));
        assertThat(endpoint.asked().get(0).body())
                .contains("\"logGroupName\":\"/teal/shop\"", "\"filterPattern\":\"%[Ee]rror%\"")
                .contains("\"startTime\":" + FROM.toEpochMilli(), "\"endTime\":" + TO.toEpochMilli());
        assertThat(endpoint.asked().get(2).body()).contains("\"nextToken\":\"yet more\"");
    }

    @Test
    void moreThanSoManyPagesAreNotReadAndThatIsSaid() {
        endpoint.reply("FilterLogEvents", 200, page(1, "\"nextToken\": \"more\""))
                .reply("FilterLogEvents", 200, page(2, "\"nextToken\": \"yet more\""));
        assertThat(telemetry.filterLogEvents("/teal/shop", "%[Ee]rror%", FROM, TO, 2))
                .isEqualTo(new LogSearch(List.of(line(1), line(2)), false));
        assertThat(endpoint.asked()).hasSize(2);
    }

    @Test
    void aLogGroupThatIsNotThereIsAnError() {
        endpoint.reply("FilterLogEvents", 400, """
                {"__type": "ResourceNotFoundException", "message": "The specified log group does not exist."}""");
        assertThatThrownBy(() -> telemetry.filterLogEvents("/teal/shop", "", FROM, TO, 1))
                .isInstanceOfSatisfying(
                        AwsException.class, gone -> assertThat(gone.code()).isEqualTo("ResourceNotFoundException"))
                .hasMessage("FilterLogEvents /teal/shop: The specified log group does not exist.");
    }

    private static String page(long at, String rest) {
        return """
                {"events": [{"timestamp": %d, "logStreamName": "i-1", "message": "error %d"}], %s}""".formatted(at, at, rest);
    }

    private static LogLine line(long at) {
        return new LogLine(Instant.ofEpochMilli(at), "i-1", "error " + at);
    }
}
