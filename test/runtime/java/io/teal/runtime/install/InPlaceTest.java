package io.teal.runtime.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.port.AlarmReading;
import io.teal.runtime.execution.Orders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Install on hosts that serve, because it is told so. */
class InPlaceTest {
    private static final int BAKE_SECONDS = 600;

    private final Installs shop = new Installs();

    @BeforeEach
    void twoHostsServe() {
        Orders.weights(shop.aws, 0, 100);
        shop.inPlace = Optional.of(Duration.ofSeconds(BAKE_SECONDS));
        shop.fleet.size(2);
        List.of("shared", "green-errors").forEach(name -> shop.aws.alarms.put(name, new AlarmReading("OK", "")));
    }

    @Test
    void hostsThatServeAreInstalledAndTheAlarmsWatchedForTheBake() {
        assertThat(shop.install("2.0.0")).startsWith("SUCCESS 2.0.0 (").endsWith("is installed, deployment d-1");
        assertThat(shop.runs()).containsExactly("orders/2.0.0.zip");
        assertThat(shop.tags()).containsExactly("2.0.0");
        assertThat(shop.time.second()).isGreaterThan(BAKE_SECONDS);
    }

    @Test
    void anAlarmWhileItBakesFailsTheRelease() {
        shop.time.in(300, () -> shop.aws.alarms.put("green-errors", new AlarmReading("ALARM", "")));
        assertThat(shop.install("2.0.0")).startsWith("FAILED").contains("in ALARM: green-errors after deployment d-1");
        assertThat(shop.time.second()).isLessThan(BAKE_SECONDS);
    }

    @Test
    void anAlarmThatCannotBeReadIsNotTakenForOneThatIsWell() {
        shop.aws.alarms.remove("shared");
        assertThat(shop.install("2.0.0")).startsWith("FAILED").contains("alarm shared cannot be read");
    }

    @Test
    void theWayBackInstallsWithoutAskingTheAlarmsThatSentItBack() {
        settled("1.0.0");
        shop.aws.alarms.put("shared", new AlarmReading("ALARM", ""));
        assertThat(shop.install("2.0.0")).startsWith("FAILED");
        shop.aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        assertThat(shop.install("1.0.0")).startsWith("SUCCESS");
        assertThat(shop.codeDeploy.calls).endsWith("turn off alarms", "create orders/1.0.0.zip");
        assertThat(shop.runs()).containsExactly("orders/1.0.0.zip");
    }

    @Test
    void onTheWayForwardTheAlarmsStayOn() {
        shop.install("2.0.0");
        assertThat(shop.codeDeploy.calls).containsExactly("create orders/2.0.0.zip");
    }

    @Test
    void aWayBackThatCannotInstallIsHeardOf() {
        settled("1.0.0");
        shop.codeDeploy.bad.addAll(List.of("orders/1.0.0.zip", "orders/2.0.0.zip"));
        shop.install("2.0.0");
        shop.aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        assertThat(shop.install("1.0.0")).startsWith("FAILED").contains("is Failed");
        assertThat(shop.tags()).containsExactly("installing 1.0.0");
    }

    @Test
    void aWayBackThatFailedCanBeContinued() {
        settled("1.0.0");
        shop.codeDeploy.bad.addAll(List.of("orders/1.0.0.zip", "orders/2.0.0.zip"));
        shop.install("2.0.0");
        shop.aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        shop.install("1.0.0");
        shop.codeDeploy.bad.remove("orders/1.0.0.zip");
        assertThat(shop.install("1.0.0")).startsWith("SUCCESS");
        assertThat(shop.runs()).containsExactly("orders/1.0.0.zip");
    }

    private void settled(String version) {
        shop.fleet.says(version);
        assertThat(shop.install(version)).startsWith("SUCCESS");
    }
}
