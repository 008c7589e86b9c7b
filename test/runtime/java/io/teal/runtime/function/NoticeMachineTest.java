package io.teal.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The states of the definition that send notices, run for real, in a promotion of green. */
@NeedsInstalled("test/runtime/js/node_modules")
class NoticeMachineTest {
    private static final int TRIES = 3;

    private static FunctionServer server;
    private static Interpreter interpreter;

    @BeforeAll
    static void begin() throws IOException {
        server = new FunctionServer();
        interpreter = new Interpreter("machine.asl.json", server.uri());
    }

    @AfterAll
    static void end() {
        interpreter.close();
        server.close();
    }

    private static Promotion run(Promotion promotion) {
        server.serve(promotion);
        interpreter.run(promotion.input());
        assertThat(promotion.answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer).containsEntry("Status", "SUCCESS"));
        assertThat(promotion.live()).isEqualTo("0/100");
        return promotion;
    }

    private static List<Map<String, Object>> events(Promotion promotion) {
        return promotion.notices.stream()
                .filter(notice -> notice.containsKey("Entries"))
                .map(notice -> ((List<?>) notice.get("Entries")).get(0))
                .map(NoticeMachineTest::map)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }

    @Test
    void eachEventAndEachMailIsSentOnceInOrder() {
        Promotion promotion = run(new Promotion(true));
        assertThat(events(promotion))
                .allSatisfy(entry -> assertThat(entry)
                        .containsEntry("Source", "teal")
                        .containsEntry("DetailType", "Teal Release")
                        .containsEntry("EventBusName", "releases"))
                .extracting(entry -> map(entry.get("Detail")).get("state"))
                .containsExactly("SHIFTED", "PROMOTED");
        assertThat(promotion.notices)
                .filteredOn(notice -> notice.containsKey("TopicArn"))
                .extracting(notice -> notice.get("Subject"))
                .containsExactly(
                        "orders: production is 0/100 blue/green, was 100/0",
                        "orders: 2.0.0 is promoted: green has all of production");
    }

    @Test
    void aReleaseGoesOnIfNobodyTakesItsNotices() {
        Promotion promotion = run(new Promotion(true).deafAudience());
        assertThat(promotion.notices).hasSize(2 * 2 * TRIES);
    }

    @Test
    void aServiceThatTellsNobodySendsNothing() {
        assertThat(run(new Promotion()).notices).isEmpty();
    }
}
