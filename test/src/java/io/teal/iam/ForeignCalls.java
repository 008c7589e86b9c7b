package io.teal.iam;

import io.teal.release.port.ListenerRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls that are like those of a service, and none of its business: other rules and listeners, other tags. */
final class ForeignCalls {
    private static final String KEYS = "aws:TagKeys";
    private static final String OTHER_KEY = "teal:service";
    private static final String LISTENER = "elasticloadbalancing:ModifyListener";
    private static final String RULE = "elasticloadbalancing:ModifyRule";

    private final Account account;
    private final List<AwsCall> own;
    private final Set<AwsCall> foreign = new HashSet<>();

    ForeignCalls(Account account, List<AwsCall> own) {
        this.account = account;
        this.own = own;
    }

    Set<AwsCall> all() {
        own.stream().filter(call -> call.context().containsKey(KEYS)).forEach(this::otherTags);
        account.rules.forEach((listener, rules) -> {
            rules.forEach(this::write);
            String made = listener.replace(":listener/", ":listener-rule/") + "/made-by-hand";
            add(RULE, made, Map.of());
        });
        return foreign;
    }

    private void otherTags(AwsCall call) {
        List<Object> more = new ArrayList<>((List<?>) call.context().get(KEYS));
        more.add(OTHER_KEY);
        add(call.action(), call.resource(), with(call, more));
        add(call.action(), call.resource(), with(call, List.of(OTHER_KEY)));
        Map<String, Object> none = new HashMap<>(call.context());
        none.remove(KEYS);
        add(call.action(), call.resource(), none);
    }

    private static Map<String, Object> with(AwsCall call, List<?> keys) {
        Map<String, Object> context = new HashMap<>(call.context());
        context.put(KEYS, keys);
        return context;
    }

    private void write(ListenerRule rule) {
        Map<String, Object> context = new HashMap<>();
        account.tags(rule.arn()).forEach((key, value) -> context.put("aws:ResourceTag/" + key, value));
        add(rule.isDefault() ? LISTENER : RULE, rule.arn(), context);
    }

    private void add(String action, String resource, Map<String, Object> context) {
        AwsCall call = new AwsCall(action, resource, context);
        if (!own.contains(call)) {
            foreign.add(call);
        }
    }
}
