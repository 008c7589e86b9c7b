package io.teal.constructs.internal.lastlook;

import io.teal.constructs.internal.common.L1;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/**
 * The last look at a stack before its template is written: what services have asked to be checked, over the template as
 * rendered, so whatever wrote it. A synthesis with a violation fails with all of them.
 */
public final class LastLook {
    private static final Map<IConstruct, LastLook> BY_STACK = new WeakHashMap<>();

    private final List<TemplateCheck> checks = new ArrayList<>(List.of(new CircleCheck()));
    private final List<ProductionCopy> copies = new ArrayList<>();

    private LastLook() {}

    /** The look at the stack of {@code scope}. */
    public static synchronized LastLook at(IConstruct scope) {
        return BY_STACK.computeIfAbsent(Stack.of(scope), stack -> {
            LastLook look = new LastLook();
            stack.getNode().addValidation(() -> look.violations((Stack) stack));
            return look;
        });
    }

    /** Has {@code later} wait for {@code earlier}, and refuses a template in which it does not any more. */
    public void order(CfnResource later, CfnResource earlier) {
        L1.order(later, earlier);
        keep(new OrderCheck(later, earlier));
    }

    /** Refuses a template that breaks {@code check}. */
    public void keep(TemplateCheck check) {
        checks.add(check);
    }

    /** Tells custom resources what stands in the template. */
    public void copy(ProductionCopy copy) {
        copies.add(copy);
    }

    private List<String> violations(Stack stack) {
        RenderedTemplate template = new RenderedTemplate(stack, StackRenderer.template(stack));
        copies.forEach(copy -> copy.write(template));
        return checks.stream()
                .flatMap(check -> check.violations(template))
                .map(Violation::toString)
                .distinct()
                .toList();
    }
}
