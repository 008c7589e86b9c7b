package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.aws.eventbridge.GuardEventRule;
import io.teal.rehearsal.aws.eventbridge.TurnBackReader;
import io.teal.rehearsal.aws.eventbridge.TurnBackRule;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Template;
import java.util.Optional;

/** Reads {@code AWS::Events::Rule}, as far as it ends an instance refresh or wakes a guard. */
final class EventRuleReader {
    private EventRuleReader() {}

    /** Rule {@code id}; empty if it does something else. */
    static Optional<StackResource> read(String id, Fields fields, Template template) {
        Optional<StackResource> ends = TurnBackReader.read(id, fields, template).map(EventRuleReader::turnBack);
        return ends.or(() -> new GuardEventReader(template, id, fields).read().map(EventRuleReader::wakes));
    }

    private static StackResource wakes(GuardEventRule rule) {
        return StackResource.of(
                rule,
                (stack, it) -> stack.guards().put(it),
                stack -> stack.guards().forget(rule.id()));
    }

    private static StackResource turnBack(TurnBackRule rule) {
        return StackResource.of(
                rule,
                (stack, it) -> stack.aws().rules().put(it),
                stack -> stack.aws().rules().forget(rule.id()));
    }
}
