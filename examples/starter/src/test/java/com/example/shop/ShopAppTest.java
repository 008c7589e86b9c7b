package com.example.shop;

import static io.teal.constructs.testing.TealAssertions.assertThat;

import io.teal.release.Color;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/** What a release changes, and in which order. */
class ShopAppTest {
    @Test
    void aReleaseStartsGreenAndMovesTrafficOnlyAfterTheFleetIsThere() {
        Map<String, Object> flags = Map.of("activeColor", "blue", "blueVersion", "1.0.0", "greenVersion", "2.0.0");
        App app = ShopApp.stack(new App(AppProps.builder().context(flags).build()));
        assertThat((Stack) app.getNode().findChild("shop"))
                .runs(Color.BLUE, "1.0.0")
                .runs(Color.GREEN, "2.0.0")
                .givesTraffic(100, 0)
                .updatesFleetsBeforeWeights();
    }
}
