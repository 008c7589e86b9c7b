package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that keep their cookies. */
@Timeout(120)
class StickinessTest {
    private static final Duration LONG = Duration.ofDays(7);
    private static final Duration NONE = Duration.ZERO;

    private final Service service = new Service(new Balancer(new Timescale(100), 1, Propagation.AT_ONCE));
    private final Map<String, String> jar = new TreeMap<>();

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    @Test
    void aClientStaysWithItsGroupEvenAtWeightZero() throws Exception {
        twoGroups(LONG);
        assertThat(visit()).isEqualTo("h1");
        assertThat(jar).containsOnlyKeys("AWSALBTG");
        service.balancer.write("L", Map.of("A", 0, "B", 1));
        assertThat(visit()).isEqualTo("h1");
        jar.clear();
        assertThat(visit()).isEqualTo("h2");
    }

    @Test
    void aGroupThatTheActionNamesNoMoreHoldsNobody() throws Exception {
        twoGroups(LONG);
        assertThat(visit()).isEqualTo("h1");
        service.balancer.modify(
                "L", new ActionModel.Forward(Service.shares("B", 1).shares(), Optional.of(LONG)));
        assertThat(visit()).isEqualTo("h2");
    }

    @Test
    void aCookieHoldsForItsDurationOnly() throws Exception {
        twoGroups(NONE);
        assertThat(visit()).isEqualTo("h1");
        service.balancer.write("L", Map.of("A", 0, "B", 1));
        assertThat(visit()).isEqualTo("h2");
    }

    @Test
    void aClientOfAGroupThatHasNoTargetAnyMoreGets503AllTheSame() throws Exception {
        twoGroups(LONG);
        assertThat(visit()).isEqualTo("h1");
        service.balancer.write("L", Map.of("A", 0, "B", 1));
        service.balancer.deregister("A", "h1");
        assertThat(get().header(RehearsalHeaders.CAUSE)).hasValue("no registered targets in A");
    }

    @Test
    void aClientStaysWithItsTargetAsLongAsThatTakesRequests() throws Exception {
        service.balancer.putGroup(sticky("A", ""));
        service.forwardTo("A");
        FakeTarget one = service.healthyTarget("A", "h1");
        FakeTarget two = service.healthyTarget("A", "h2");
        String first = visit();
        assertThat(List.of(visit(), visit(), visit())).containsOnly(first);
        (first.equals("h1") ? one : two).healthy = false;
        Service.await(() -> service.health("A", TargetState.UNHEALTHY) == 1);
        String second = visit();
        assertThat(second).isNotEqualTo(first);
        (first.equals("h1") ? one : two).healthy = true;
        Service.await(() -> service.health("A", TargetState.HEALTHY) == 2);
        assertThat(List.of(visit(), visit(), visit())).containsOnly(second);
    }

    @Test
    void theCookieOfOneGroupSaysNothingInAnother() throws Exception {
        service.balancer.putGroup(sticky("A", ""));
        service.balancer.putGroup(sticky("B", ""));
        service.forwardTo("A");
        service.healthyTarget("A", "h1");
        assertThat(visit()).isEqualTo("h1");
        service.forwardTo("B");
        service.healthyTarget("B", "h2");
        service.healthyTarget("B", "h1");
        assertThat(visit()).isEqualTo("h2");
    }

    @Test
    void anApplicationCookieMakesItsClientSticky() throws Exception {
        service.balancer.putGroup(sticky("A", "session"));
        service.forwardTo("A");
        FakeTarget one = service.healthyTarget("A", "h1");
        FakeTarget two = service.healthyTarget("A", "h2");
        assertThat(List.of(visit(), visit())).containsExactlyInAnyOrder("h1", "h2");
        one.cookie = "session=1; Path=/";
        two.cookie = "session=2; Path=/";
        String first = visit();
        assertThat(jar).containsOnlyKeys("session", "AWSALBAPP-0");
        assertThat(List.of(visit(), visit(), visit())).containsOnly(first);
        one.cookie = "";
        two.cookie = "";
        jar.remove("session");
        assertThat(List.of(visit(), visit())).containsExactlyInAnyOrder("h1", "h2");
    }

    private static TargetGroupModel sticky(String id, String application) {
        TargetGroupModel plain = Service.group(id);
        return new TargetGroupModel(
                id, plain.healthCheck(), plain.drain(), Optional.of(new StickinessModel(LONG, application)));
    }

    /** Weights 1 and 0. */
    private void twoGroups(Duration sticky) throws Exception {
        service.balancer.putGroup(Service.group("A"));
        service.balancer.putGroup(Service.group("B"));
        List<ActionModel.Share> shares = Service.shares("A", 1, "B", 0).shares();
        service.balancer.putListener(new ListenerModel("L", 80, new ActionModel.Forward(shares, Optional.of(sticky))));
        service.healthyTarget("A", "h1");
        service.healthyTarget("B", "h2");
    }

    private String visit() throws IOException {
        return get().header(RehearsalHeaders.HOST).orElse("");
    }

    private HttpHead get() throws IOException {
        String cookies = jar.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpHead answer = service.get(0, HttpHead.of("GET / HTTP/1.1", "Host", "shop", "Cookie", cookies));
        answer.headers().stream()
                .filter(header -> header.name().equals("Set-Cookie"))
                .map(header -> header.value().split("[=;]", 3))
                .forEach(parts -> jar.put(parts[0], parts[1]));
        return answer;
    }
}
