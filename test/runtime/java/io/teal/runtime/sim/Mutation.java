package io.teal.runtime.sim;

import io.teal.release.port.Aws;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;

/** A world in which a rule is off, because what it looks at lies. */
public interface Mutation {
    /** A world in which every rule holds. */
    Mutation NONE = (call, truth, heard) -> truth;

    /**
     * What the handlers are told.
     *
     * @param call the call of the port
     * @param truth its true answer
     * @param heard the last true answer of each call since the stack's status was last read
     */
    Object told(String call, Object truth, Map<String, Object> heard);

    /** What the handlers take for AWS. */
    default Aws aws(Aws truth) {
        if (this == NONE) {
            return truth;
        }
        Map<String, Object> heard = new TreeMap<>();
        return (Aws) Proxy.newProxyInstance(
                Aws.class.getClassLoader(), new Class<?>[] {Aws.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(truth, arguments);
                        return told(method.getName(), answer, remember(method.getName(), answer, heard));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static Map<String, Object> remember(String call, Object answer, Map<String, Object> heard) {
        if (call.equals("describeStackStatus")) {
            heard.clear();
        }
        if (answer != null) {
            heard.put(call, answer);
        }
        return heard;
    }
}
