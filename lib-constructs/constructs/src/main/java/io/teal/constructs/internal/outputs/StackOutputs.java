package io.teal.constructs.internal.outputs;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Outputs of a service. Their names begin with its path in its stack, letters and digits only: {@code OrdersUrl}. */
final class StackOutputs extends Construct {
    private final String prefix;

    StackOutputs(Construct scope, String id) {
        super(scope, id);
        // The whole path: services in different parts of a stack may have the same id.
        String stack = Stack.of(scope).getNode().getPath();
        this.prefix = scope.getNode().getPath().substring(stack.length()).replaceAll("[^A-Za-z0-9]", "");
    }

    void add(String name, String description, String value) {
        CfnOutput output = CfnOutput.Builder.create(this, name)
                .description(description)
                .value(value)
                .build();
        output.overrideLogicalId(prefix + name);
    }
}
