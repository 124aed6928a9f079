using Sql = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1001SqlInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

/// <summary>Calls on contracts with type arguments: what runs is what stands for these very arguments.</summary>
public sealed class GenericContractsTests
{
    const string Contracts = """
        using System.Data.Common;
        public interface IHandler<T> { object Handle(T command); }
        public record Find(string Name);
        public record Print(string Name);
        public record Count(string Name);

        """;

    [Fact]
    public Task A_handler_of_one_thing_does_not_run_for_another() => Sql.AnalyzerAsync(Contracts + """
        public class FindHandler(DbCommand command) : IHandler<Find> { public object Handle(Find find) => command.CommandText = find.Name; }
        public class PrintHandler : IHandler<Print> { public object Handle(Print print) => print.Name.Length; }
        public class HandlerController(IHandler<Find> finder, IHandler<Print> printer) : Controller
        {
            public object Look(string name) => finder.Handle([|new Find(name)|]);
            public object Show(string name) => printer.Handle(new Print(name));
        }
        """, FlowSetup.Web);

    [Fact]
    public Task One_class_may_handle_several_things() => Sql.AnalyzerAsync(Contracts + """
        public class Everything(DbCommand command) : IHandler<Count>, IHandler<Print>, IHandler<Find>
        {
            public object Handle(Count count) => count.Name.Length;
            public object Handle(Find find) => command.CommandText = find.Name;
            public object Handle(Print print) => print.Name.Length;
        }
        public class HandlerController(IHandler<Find> finder) : Controller
        {
            public object Look(string name) => finder.Handle([|new Find(name)|]);
        }
        public class OwnController(DbCommand command) : Controller
        {
            public object Look(string name) { IHandler<Count> counter = new Everything(command); return counter.Handle(new Count(name)); }
        }
        """, FlowSetup.Web);

    // Dozens of handlers are ordinary where every request is one; none of the others is what this call runs.
    [Fact]
    public Task Many_handlers_of_other_things_hide_none() => Sql.AnalyzerAsync(Contracts + string.Concat(Enumerable.Range(0, 40).Select(static i => $$"""
        public record Request{{i}}(string Name);
        public class Handler{{i}} : IHandler<Request{{i}}> { public object Handle(Request{{i}} request) => request.Name; }

        """)) + """
        public class FindHandler(DbCommand command) : IHandler<Find> { public object Handle(Find find) => command.CommandText = find.Name; }
        public class HandlerController(IHandler<Find> finder) : Controller
        {
            public object Look(string name) => finder.Handle([|new Find(name)|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task What_is_generic_itself_stands_for_all_and_a_contract_may_take_more_than_it_names() => Sql.AnalyzerAsync(Contracts + """
        public abstract class Store<T> { public abstract object Save(T item, string key); }
        public class SqlStore<T>(DbCommand command) : Store<T> { public override object Save(T item, string key) => command.CommandText = key; }
        public class MemoryStore : Store<Print> { public override object Save(Print item, string key) => key.Length; }
        public interface ISink<in T> { object Take(T item); }
        public record Wide(string Name);
        public record Narrow(string Name) : Wide(Name);
        public class WideSink(DbCommand command) : ISink<Wide> { public object Take(Wide item) => command.CommandText = item.Name; }
        public class StoreController(Store<Find> store, ISink<Narrow> sink) : Controller
        {
            public object Look(string name) => store.Save(new Find(name), [|name|]);
            public object Take(string name) => sink.Take([|new Narrow(name)|]);
        }
        """, FlowSetup.Web);
}
