using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace WellKept.Mapping;

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MapIgnoreAttribute : Attribute;

public sealed class MappingException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Copies objects onto others by the names of their properties; each pair of types is compiled once.</summary>
public sealed class Mapper
{
    readonly ConcurrentDictionary<(Type From, Type To), Delegate> _plans = new();
    readonly Dictionary<(Type From, Type To), LambdaExpression> _custom = [];

    public Mapper Register<TFrom, TTo>(Expression<Func<TFrom, TTo>> conversion)
    {
        _custom[(typeof(TFrom), typeof(TTo))] = conversion;
        return this;
    }

    public TTo Map<TFrom, TTo>(TFrom source) where TFrom : notnull
    {
        var plan = (Func<TFrom, TTo>)_plans.GetOrAdd((typeof(TFrom), typeof(TTo)), pair => Plan(pair.From, pair.To).Compile());
        try
        {
            return plan(source);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException)
        {
            throw new MappingException($"{typeof(TFrom).Name} cannot become {typeof(TTo).Name}.", e);
        }
    }

    public IEnumerable<TTo> MapAll<TFrom, TTo>(IEnumerable<TFrom> source) where TFrom : notnull => source.Select(Map<TFrom, TTo>);

    LambdaExpression Plan(Type from, Type to)
    {
        if (_custom.TryGetValue((from, to), out var custom))
            return custom;
        var source = Expression.Parameter(from, "source");
        return Expression.Lambda(Build(source, from, to), source);
    }

    Expression Build(Expression source, Type from, Type to)
    {
        if (to.IsAssignableFrom(from))
            return Expression.Convert(source, to);
        if (to == typeof(string))
            return Expression.Call(source, nameof(ToString), null);
        if (from == typeof(string) && to.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)]) is { IsStatic: true } parse)
            return Expression.Call(parse, source, Expression.Constant(CultureInfo.InvariantCulture));
        if (to.IsEnum && Enum.GetUnderlyingType(to) == from)
            return Expression.Convert(source, to);
        return Members(source, from, to);
    }

    Expression Members(Expression source, Type from, Type to)
    {
        var constructor = to.GetConstructors().OrderBy(each => each.GetParameters().Length).FirstOrDefault() ?? throw new MappingException($"{to.Name} has no public constructor.");
        var readable = from.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead && !property.IsDefined(typeof(MapIgnoreAttribute)))
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        var arguments = constructor.GetParameters().Select(parameter => readable.TryGetValue(parameter.Name!, out var property)
            ? Build(Expression.Property(source, property), property.PropertyType, parameter.ParameterType)
            : (Expression)Expression.Default(parameter.ParameterType));
        var bindings = from property in to.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                       where property.SetMethod is { IsPublic: true } && !property.IsDefined(typeof(MapIgnoreAttribute)) && readable.ContainsKey(property.Name)
                       let read = readable[property.Name]
                       select Expression.Bind(property, Build(Expression.Property(source, read), read.PropertyType, property.PropertyType));
        return Expression.MemberInit(Expression.New(constructor, arguments), bindings);
    }
}

/// <summary>Reads properties by name at the speed of code that was written by hand.</summary>
public static class Accessors
{
    static readonly ConcurrentDictionary<(Type, string), Func<object, object?>> s_readers = new();

    public static object? Read(object target, string property) => s_readers.GetOrAdd((target.GetType(), property), static key => Compile(key.Item1, key.Item2))(target);

    static Func<object, object?> Compile(Type type, string name)
    {
        var getter = type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetMethod ?? throw new MappingException($"{type.Name} has no property {name}.");
        var method = new DynamicMethod("Read", typeof(object), [typeof(object)], type.Module, skipVisibility: false);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(type.IsValueType ? OpCodes.Unbox : OpCodes.Castclass, type);
        il.Emit(OpCodes.Callvirt, getter);
        if (getter.ReturnType.IsValueType)
            il.Emit(OpCodes.Box, getter.ReturnType);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<object, object?>>();
    }
}

/// <summary>Plug-ins beside the application: by a list that we ship, each loaded on its own.</summary>
public sealed class PluginHost(ILogger<PluginHost> log)
{
    static readonly string[] s_known = ["Charts", "Export", "Spelling"];

    public IReadOnlyList<IPlugin> Load()
    {
        var plugins = new List<IPlugin>();
        foreach (var name in s_known)
        {
            var path = Path.Combine(AppContext.BaseDirectory, "plugins", $"WellKept.{name}.dll");
            if (!File.Exists(path))
                continue;
            try
            {
                var assembly = Assembly.LoadFrom(path);
                foreach (var type in assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IPlugin)) && !type.IsAbstract))
                    plugins.Add((IPlugin)Activator.CreateInstance(type)!);
            }
            catch (Exception e) when (e is BadImageFormatException or ReflectionTypeLoadException)
            {
                log.LogError(e, "The plug-in {Name} cannot be loaded", name);
            }
        }
        return plugins;
    }
}

public interface IPlugin
{
    string Name { get; }
}

/// <summary>Settings of a user, with a version, written so that a crash leaves the old or the new ones.</summary>
public sealed class SettingsFile<T>(string application, int version, Func<int, JsonElement, T?> migrate) where T : class, new()
{
    readonly string _path = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), application, "settings.json");

    public T Load()
    {
        try
        {
            using var file = File.OpenRead(_path);
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 32 });
            var stored = document.RootElement.GetProperty("version").GetInt32();
            var settings = document.RootElement.GetProperty("settings");
            return (stored == version ? settings.Deserialize<T>() : migrate(stored, settings)) ?? new T();
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException)
        {
            Trace.TraceWarning("The settings cannot be read: {0}", e.Message);
            return new T();
        }
    }

    public void Save(T settings)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var fresh = Path.Combine(Path.GetDirectoryName(_path)!, Path.GetRandomFileName());
        using (var file = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            JsonSerializer.Serialize(file, new { version, settings });
        File.Move(fresh, _path, overwrite: true);
    }
}

/// <summary>Native calls: the library by a safe search, buffers with their lengths, handles that close themselves.</summary>
static partial class Native
{
    [DllImport("libsensors", ExactSpelling = true, EntryPoint = "sensors_open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.System32)]
    static extern SensorHandle Open(uint index);

    [DllImport("libsensors", ExactSpelling = true, EntryPoint = "sensors_read")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.System32)]
    static extern unsafe int Read(SensorHandle handle, byte* buffer, nuint length);

    [DllImport("libsensors", ExactSpelling = true, EntryPoint = "sensors_close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.System32)]
    static extern int CloseSensor(IntPtr handle);

    public static SensorHandle OpenSensor(uint index)
    {
        var handle = Open(index);
        return handle.IsInvalid ? throw new IOException($"Sensor {index} does not open.") : handle;
    }

    public static unsafe int Read(SensorHandle handle, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            var read = Read(handle, start, (nuint)buffer.Length);
            return read >= 0 && read <= buffer.Length ? read : throw new IOException($"The sensor answers {read}.");
        }
    }

    public static T Parse<T>(ReadOnlySpan<byte> packet) where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(packet.Length, Unsafe.SizeOf<T>());
        return MemoryMarshal.Read<T>(packet);
    }

    public sealed class SensorHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
    {
        protected override bool ReleaseHandle() => CloseSensor(handle) == 0;
    }
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly struct Measurement
{
    public readonly uint Sensor;
    public readonly long Time;
    public readonly double Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sensor}: {Value:0.###}");
}

/// <summary>Reads a sensor again and again and keeps the last values in a ring.</summary>
public sealed class SensorReader(uint index, int capacity) : IEnumerable<Measurement>, IDisposable
{
    readonly Native.SensorHandle _handle = Native.OpenSensor(index);
    readonly Measurement[] _ring = new Measurement[capacity is > 0 and <= 4096 ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity))];
    readonly Lock _gate = new();
    int _count;

    public bool ReadNext()
    {
        Span<byte> buffer = stackalloc byte[64];
        var read = Native.Read(_handle, buffer);
        if (read < Unsafe.SizeOf<Measurement>())
            return false;
        lock (_gate)
            _ring[_count++ % _ring.Length] = Native.Parse<Measurement>(buffer[..read]);
        return true;
    }

    public IEnumerator<Measurement> GetEnumerator()
    {
        Measurement[] copy;
        lock (_gate)
            copy = _ring.AsSpan(0, Math.Min(_count, _ring.Length)).ToArray();
        return ((IEnumerable<Measurement>)copy).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => _handle.Dispose();
}
