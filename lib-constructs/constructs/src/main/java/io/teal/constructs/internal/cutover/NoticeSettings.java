package io.teal.constructs.internal.cutover;

import io.teal.release.InvalidValueException;
import io.teal.release.cutover.NoticeTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sns.ITopic;

/**
 * Who is told of a release.
 *
 * @param bus gets events
 * @param topic gets mails
 */
public record NoticeSettings(Optional<IEventBus> bus, Optional<ITopic> topic) {
    /** Checks that mails can be sent to the topic. */
    public NoticeSettings {
        InvalidValueException.require(
                topic.filter(ITopic::getFifo).isEmpty(),
                "topic must be a standard topic, as a FIFO topic sends no mails",
                "give another topic, which may forward to it");
    }

    /** As the function reads it. */
    NoticeTargets targets() {
        return new NoticeTargets(bus.map(IEventBus::getEventBusArn), topic.map(ITopic::getTopicArn));
    }

    /** What the state machine needs to send them. */
    List<PolicyStatement> statements() {
        List<PolicyStatement> statements = new ArrayList<>();
        bus.ifPresent(to -> statements.add(Permissions.allow(List.of(to.getEventBusArn()), "events:PutEvents")));
        topic.ifPresent(to -> statements.add(Permissions.allow(List.of(to.getTopicArn()), "sns:Publish")));
        return statements;
    }
}
