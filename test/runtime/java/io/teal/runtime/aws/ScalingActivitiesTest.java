package io.teal.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.teal.release.port.ScalingActivity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What moto does not know of Auto Scaling, as AWS's reference writes it. */
class ScalingActivitiesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final List<String> pages = new ArrayList<>(List.of(
            page("more", activity(NOON, "Successful", ""), activity(NOON.minusSeconds(60), "Failed", "no capacity")),
            page("still-more", activity(NOON.minusSeconds(120), "Cancelled", "")),
            page("", activity(NOON.minusSeconds(7200), "Failed", "yesterday's"))));

    private static String activity(Instant started, String status, String message) {
        String said = message.isEmpty() ? "" : "<StatusMessage>" + message + "</StatusMessage>";
        return "<member><ActivityId>a</ActivityId><AutoScalingGroupName>orders</AutoScalingGroupName><Cause>c</Cause>"
                + "<Description>Launching a new EC2 instance</Description><StartTime>" + started + "</StartTime>"
                + "<StatusCode>" + status + "</StatusCode>" + said + "</member>";
    }

    private static String page(String next, String... members) {
        String token = next.isEmpty() ? "" : "<NextToken>" + next + "</NextToken>";
        return "<DescribeScalingActivitiesResponse xmlns=\"http://autoscaling.amazonaws.com/doc/2011-01-01/\">"
                + "<DescribeScalingActivitiesResult><Activities>" + String.join("", members) + "</Activities>" + token
                + "</DescribeScalingActivitiesResult></DescribeScalingActivitiesResponse>";
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] bytes = pages.get(asked.size() - 1).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private List<ScalingActivity> since(Instant since) throws IOException {
        try (ByHand here = new ByHand(this::answer)) {
            return here.aws().describeScalingActivities("orders", since);
        }
    }

    @Test
    void thoseOfAllPagesWithTheMessageOrElseWhatTheyDo() throws IOException {
        assertThat(since(NOON.minusSeconds(3600)))
                .containsExactly(
                        new ScalingActivity(NOON, "Successful", "Launching a new EC2 instance"),
                        new ScalingActivity(NOON.minusSeconds(60), "Failed", "no capacity"),
                        new ScalingActivity(NOON.minusSeconds(120), "Cancelled", "Launching a new EC2 instance"));
        assertThat(asked.get(1)).contains("NextToken=more");
    }

    @Test
    void noMorePagesAreReadThanGoBackFarEnough() throws IOException {
        assertThat(since(NOON.minusSeconds(30))).hasSize(1);
        assertThat(asked).hasSize(1);
    }
}
