using System.Collections.Generic;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>Which nodes of a graph lie on common cycles (Tarjan's algorithm, without recursion).</summary>
static class StrongComponents
{
    /// <summary>The number of each node's component.</summary>
    public static int[] Of(IReadOnlyList<List<int>> successors)
    {
        const int Unseen = -1;
        var count = successors.Count;
        var component = new int[count];
        var order = new int[count];
        var low = new int[count];
        var next = new int[count];
        for (var i = 0; i < count; i++)
            component[i] = order[i] = Unseen;
        var open = new Stack<int>();
        var path = new Stack<int>();
        var seen = 0;
        var components = 0;
        for (var root = 0; root < count; root++)
        {
            if (order[root] != Unseen)
                continue;
            path.Push(root);
            while (path.Count > 0)
            {
                var node = path.Peek();
                if (order[node] == Unseen)
                {
                    order[node] = low[node] = seen++;
                    open.Push(node);
                }
                if (next[node] < successors[node].Count)
                {
                    var target = successors[node][next[node]++];
                    if (order[target] == Unseen)
                        path.Push(target);
                    else if (component[target] == Unseen && order[target] < low[node])
                        low[node] = order[target];
                    continue;
                }
                path.Pop();
                if (path.Count > 0 && low[node] < low[path.Peek()])
                    low[path.Peek()] = low[node];
                if (low[node] != order[node])
                    continue;
                int member;
                do
                    component[member = open.Pop()] = components;
                while (member != node);
                components++;
            }
        }
        return component;
    }
}
