package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.Strategy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.Schedule;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocolVersion;
import software.amazon.awscdk.services.elasticloadbalancingv2.AuthenticateOidcOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.constructs.Construct;

/** Every two options together give a template without a circle, or a refusal of one line. */
class PairwiseTest {
    /** What a service can be given, over which options write one after the other. */
    private static final class Choice {
        final TrafficOptions.Builder traffic = TrafficOptions.builder();
        final ApplicationOptions.Builder application = ApplicationOptions.builder();
        final FleetOptions.Builder fleet = FleetOptions.builder();
        final CutoverOptions.Builder cutover = CutoverOptions.builder();
        final Stack stack;
        boolean tuned;
        Release release = Release.first(Color.BLUE, SampleService.ONE).start(SampleService.TWO);
        Delivery delivery = SampleService.images();

        Choice(Stack stack) {
            this.stack = stack;
        }

        void https() {
            traffic.certificates(ListenerCertificate.fromArn(SampleService.CERTIFICATE));
        }

        void application(Consumer<ApplicationOptions.Builder> change) {
            tuned = true;
            change.accept(application);
        }
    }

    private static final Map<String, Consumer<Choice>> OPTIONS = options();

    /** What does not go together; each pair once. */
    private static final Map<String, List<String>> REFUSED = Map.ofEntries(
            Map.entry(
                    "also a port",
                    List.of("codedeploy", "existing listener", "network", "stick to host", "stick to version")),
            Map.entry("chosen", List.of("network")),
            Map.entry("codedeploy", List.of("rollout", "small standby")),
            Map.entry("encrypted", List.of("network")),
            Map.entry("existing listener", List.of("internal", "network", "production port", "protected")),
            Map.entry("grpc", List.of("login", "network")),
            Map.entry("login", List.of("network")),
            Map.entry("long drain", List.of("rollout")),
            Map.entry(
                    "network", List.of("production port", "requests", "rollout", "stick to host", "stick to version")),
            Map.entry("rests", List.of("rollout", "stick to host", "stick to version")),
            Map.entry("rollout", List.of("small standby", "stick to host", "stick to version")),
            Map.entry("short bake", List.of("stick to host", "stick to version")),
            Map.entry("small standby", List.of("stick to host", "stick to version")));

    private static Map<String, Consumer<Choice>> options() {
        Map<String, Consumer<Choice>> all = new TreeMap<>(traffic());
        all.putAll(application());
        all.putAll(others());
        return all;
    }

    private static Map<String, Consumer<Choice>> traffic() {
        Map<String, Consumer<Choice>> all = new TreeMap<>();
        all.put("https", Choice::https);
        all.put("internal", one -> one.traffic.internetFacing(false).clients(Peer.ipv4("192.0.2.0/24")));
        all.put("previews", one -> one.traffic.previewPorts(9001, 9002).previewClients(Peer.ipv4("192.0.2.0/24")));
        all.put("long drain", one -> one.traffic.deregistrationDelay(Duration.minutes(10)));
        all.put("other port", one -> one.traffic.applicationPort(9090).healthCheckPath("/ready"));
        all.put("protected", one -> one.traffic.deletionProtection(true));
        all.put("network", one -> one.traffic.network(NetworkOptions.builder().build()));
        all.put(
                "existing listener",
                one -> one.traffic.existingListener(
                        SampleService.existingListener(one.stack).build()));
        return all;
    }

    private static Map<String, Consumer<Choice>> application() {
        Map<String, Consumer<Choice>> all = new TreeMap<>();
        all.put("also a port", one -> one.application(to -> to.alsoPort("admin", admin())));
        all.put("production port", one -> one.application(to -> to.productionPort(8000)));
        all.put("stick to version", one -> one.application(to -> to.stickToVersion(Duration.minutes(5))));
        all.put("stick to host", one -> one.application(to -> to.stickToHost(Duration.minutes(5))));
        all.put("chosen", one -> one.application(to -> to.candidateByCookie("beta", "yes")));
        all.put("login", one -> {
            one.https();
            one.application(to -> to.login(PairwiseTest::login));
        });
        all.put("grpc", one -> {
            one.https();
            one.application(to -> to.protocol(ApplicationProtocolVersion.GRPC));
        });
        all.put(
                "encrypted",
                one -> one.application(to -> to.encryptedToHosts(true).healthyCodes("200-204")));
        return all;
    }

    private static Map<String, Consumer<Choice>> others() {
        Map<String, Consumer<Choice>> all = new TreeMap<>();
        all.put("rests", one -> one.release = one.release.rest(10));
        all.put("linear", one -> one.cutover.strategy(Strategy.parse("linear:50%,5m")));
        all.put("rollout", one -> one.cutover.strategy(Strategy.parse("rollout:50%,5m")));
        all.put("small standby", one -> one.cutover.standbyCapacity(1));
        all.put("guard", one -> one.cutover.guard(Duration.hours(24)));
        all.put("short bake", one -> one.cutover.bake(Duration.minutes(1)));
        all.put("requests", one -> one.fleet.requestsPerHost(600));
        all.put("night", one -> one.fleet.schedules(FleetSchedule.at("Night", Schedule.expression("0 20 * * *"), 1)));
        all.put(
                "agent",
                one -> one.fleet.hosts(HostOptions.builder()
                        .cloudWatchAgent("/var/log/app.log")
                        .build()));
        all.put("codedeploy", one -> one.delivery = SampleService.revisions(one.stack));
        return all;
    }

    private static TrafficOptions admin() {
        return TrafficOptions.builder()
                .applicationPort(9091)
                .application(ApplicationOptions.builder().productionPort(8444).build())
                .previewPorts(9081, 9082)
                .build();
    }

    private static ListenerAction login(ListenerAction next) {
        return ListenerAction.authenticateOidc(AuthenticateOidcOptions.builder()
                .issuer("https://id.example.com")
                .authorizationEndpoint("https://id.example.com/authorize")
                .tokenEndpoint("https://id.example.com/token")
                .userInfoEndpoint("https://id.example.com/userinfo")
                .clientId("orders")
                .clientSecret(SecretValue.secretsManager("login"))
                .next(next)
                .build());
    }

    static Set<String> names() {
        return OPTIONS.keySet();
    }

    private static Construct service(Collection<String> names) {
        Choice one = new Choice(SampleService.stack());
        names.forEach(name -> OPTIONS.get(name).accept(one));
        if (one.tuned) {
            one.traffic.application(one.application.build());
        }
        return BlueGreenService.Builder.create(one.stack, "Orders")
                .serviceName(SampleService.NAME)
                .release(one.release)
                .vpc(SampleService.existingVpc(one.stack))
                .delivery(one.delivery)
                .traffic(one.traffic.build())
                .fleet(one.fleet.build())
                .cutover(one.cutover.build())
                .build();
    }

    static List<Set<String>> sets() {
        return CoveringSets.of(
                OPTIONS.keySet(),
                (one, other) -> !refused(one, other)
                        && !refused(other, one)
                        && !Set.of("linear", "rollout").equals(Set.of(one, other)));
    }

    private static boolean refused(String first, String second) {
        return REFUSED.getOrDefault(first, List.of()).contains(second);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyTwoThatGoTogetherDoSoBesideOthersAndWithout(Set<String> names) {
        assertThat(SynthTemplate.of(service(names)).graph().cycle()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatDoesNotGoTogetherIsRefusedInALine(String first, String second) {
        assertThatThrownBy(() -> service(List.of(first, second)))
                .isInstanceOf(InvalidValueException.class)
                .satisfies(refused -> assertThat(refused.getMessage().lines()).hasSize(1));
    }

    static Stream<Arguments> pairs() {
        return REFUSED.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(second -> Arguments.of(one.getKey(), second)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachOptionSynthesizesAlone(String name) {
        assertThat(SynthTemplate.of(service(List.of(name))).graph().cycle()).isEmpty();
    }
}
