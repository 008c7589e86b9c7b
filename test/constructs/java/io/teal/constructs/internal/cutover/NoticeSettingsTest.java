package io.teal.constructs.internal.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.CutoverOptions;
import io.teal.constructs.SampleService;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.sns.Topic;

/** Who is told of a release, in the template. */
class NoticeSettingsTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111111111111:releases";
    private static final String BUS = "arn:aws:events:eu-west-1:111111111111:event-bus/releases";

    private static Template told() {
        return SampleService.both()
                .with((stack, props) -> props.cutover(CutoverOptions.builder()
                        .events(EventBus.fromEventBusArn(stack, "Bus", BUS))
                        .topic(Topic.fromTopicArn(stack, "Topic", TOPIC))
                        .build()))
                .template();
    }

    @Test
    void preflightAndShiftAreToldOfBothAndTheMachineMaySendToThem() {
        Template template = told();
        for (String type : List.of(Contract.PREFLIGHT, Contract.SHIFT)) {
            template.hasResourceProperties(type, Map.of("Events", BUS, "Topic", TOPIC));
        }
        template.hasResourceProperties(
                "AWS::IAM::Role",
                Map.of(
                        "Policies",
                        List.of(Match.objectLike(Map.of(
                                "PolicyDocument",
                                Match.objectLike(Map.of(
                                        "Statement",
                                        Match.arrayWith(List.of(
                                                allows("events:PutEvents", BUS), allows("sns:Publish", TOPIC))))))))));
    }

    private static Object allows(String action, String resource) {
        return Map.of("Action", action, "Effect", "Allow", "Resource", resource);
    }

    @Test
    void withoutThemNobodyIsNamedAndNothingMaySend() {
        String template = SampleService.both().template().toJSON().toString();
        assertThat(template).doesNotContain("sns:Publish", "events:PutEvents", " Events=", " Topic=");
    }

    @Test
    void aFifoTopicIsRefusedBecauseItSendsNoMails() {
        Stack stack = new Stack(new App(), "S");
        Topic fifo = Topic.Builder.create(stack, "Fifo").fifo(true).build();
        assertThatThrownBy(() -> new NoticeSettings(Optional.empty(), Optional.of(fifo)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("standard topic");
    }
}
