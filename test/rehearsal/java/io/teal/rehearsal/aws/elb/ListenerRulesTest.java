package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.elb.ConditionModel.Part;
import io.teal.rehearsal.aws.elb.ConditionModel.Pattern;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of a listener, by priority, over real HTTP. */
@Timeout(120)
class ListenerRulesTest {
    private final Service service = new Service(new Balancer(new Timescale(100), 1, Propagation.AT_ONCE));

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    @Test
    void theRuleWithTheLowestPriorityDecidesAndTheListenerWhenNoneFits() throws Exception {
        service.forward("A", 1);
        service.healthyTarget("A", "h1");
        service.balancer.putRule(answers("second", 20, 202, condition(Part.PATH, "/*/b")));
        service.balancer.putRule(answers("first", 10, 201, condition(Part.PATH, "/a/*")));
        assertThat(status("/a/b")).isEqualTo(201);
        assertThat(status("/x/b")).isEqualTo(202);
        assertThat(status("/x/y")).isEqualTo(200);
    }

    @Test
    void everyConditionOfARuleHasToHold() throws Exception {
        service.forward("A", 1);
        service.balancer.putRule(
                answers("R", 1, 201, condition(Part.PATH, "/a"), condition(Part.METHOD, "POST", "PUT")));
        assertThat(status("/a")).isEqualTo(503);
        HttpHead put = HttpHead.of("PUT /a HTTP/1.1", "Host", "shop");
        assertThat(service.get(0, put).status()).isEqualTo(201);
    }

    @Test
    void aRuleThatIsRemovedDecidesNoMore() throws Exception {
        service.forward("A", 1);
        service.balancer.putRule(answers("R", 1, 201, condition(Part.PATH, "*")));
        service.balancer.removeRule("R");
        assertThat(service.balancer.rules("L")).isEmpty();
        assertThat(status("/")).isEqualTo(503);
    }

    @Test
    void aGroupThatOnlyARuleForwardsToIsUsedAndItsWeightsAreWritten() throws Exception {
        service.forward("A", 1);
        service.balancer.putGroup(Service.group("B"));
        service.balancer.putRule(new RuleModel("R", "L", 1, List.of(), Service.shares("A", 1, "B", 0)));
        service.healthyTarget("B", "h2");
        service.balancer.write("R", Map.of("A", 0, "B", 5));
        assertThat(service.hostBehind(0)).isEqualTo("h2");
        assertThat(service.balancer.weights("R")).isEqualTo(Map.of("A", 0, "B", 5));
        assertThat(service.balancer.weights("L")).isEqualTo(Map.of("A", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PATH   | /img/*      | /img/a/b?c=d  | true
            PATH   | /img/*      | /IMG/a        | false
            PATH   | /img/?      | /img/ab       | false
            PATH   | /img/?.p*g  | /img/a.jpg    | false
            PATH   | /img/?.j*g  | /img/a.jpg    | true
            HOST   | *.SHOP.test | /             | true
            HOST   | shop.test   | /             | false
            HEADER | yes*        | /             | true
            HEADER | no          | /             | false
            METHOD | GET         | /             | true
            METHOD | get         | /             | false
            QUERY  | v?          | /?x=1&K=V2    | true
            QUERY  | v?          | /?x=1&k=v     | false
            """)
    void aPatternFits(Part part, String pattern, String target, boolean fits) {
        HttpHead request = HttpHead.of("GET " + target + " HTTP/1.1", "Host", "a.shop.test:8080", "x-preview", "Yes!");
        ConditionModel condition =
                new ConditionModel(part, "X-Preview", List.of(new Pattern(part == Part.QUERY ? "k" : "*", pattern)));
        assertThat(RuleConditions.hold(condition, request)).isEqualTo(fits);
    }

    @Test
    void aRedirectKeepsWhatItDoesNotName() throws Exception {
        Map<String, String> location = Map.of("Location", "#{protocol}://#{host}:#{port}/new/#{path}?#{query}");
        service.forward("A", 1);
        service.balancer.putRule(
                new RuleModel("R", "L", 1, List.of(), new ActionModel.FixedResponse(302, location, "")));
        assertThat(location("/a?b=c")).isEqualTo("http://shop.test:8080/new/a?b=c");
        assertThat(location("/a")).isEqualTo("http://shop.test:8080/new/a");
    }

    private String location(String target) throws IOException {
        return service.get(0, HttpHead.of("GET " + target + " HTTP/1.1", "Host", "shop.test:8080"))
                .header("Location")
                .orElseThrow();
    }

    private int status(String target) throws IOException {
        return service.get(
                        0, HttpHead.of("GET " + target + " HTTP/1.1", "Host", "shop", RehearsalHeaders.REQUEST, "r1"))
                .status();
    }

    private static RuleModel answers(String id, int priority, int status, ConditionModel... conditions) {
        ActionModel action = new ActionModel.FixedResponse(status, Map.of(), "");
        return new RuleModel(id, "L", priority, List.of(conditions), action);
    }

    private static ConditionModel condition(Part part, String... values) {
        return new ConditionModel(
                part, "", List.of(values).stream().map(Pattern::new).toList());
    }
}
