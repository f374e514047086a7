namespace HotReload.RuntimeTests.Kit;

/// <summary>Texts of small programs.</summary>
static class Programs
{
    /// <summary>Answers each line of input with what <c>Answer.Text</c> says.</summary>
    public const string Asking = """
        using System;
        static class Program
        {
            static void Main()
            {
                Console.WriteLine("ready");
                while (Console.ReadLine() is { } line)
                {
                    Console.WriteLine(line + ": " + Answer.Text());
                }
            }
        }
        static class Answer
        {
            public static string Text() => "first";
        }
        """;

    /// <summary>Writes all its variables, then waits for a line.</summary>
    public const string ShowsEnvironment = """
        using System;
        static class Program
        {
            static void Main()
            {
                foreach (System.Collections.DictionaryEntry pair in Environment.GetEnvironmentVariables())
                {
                    Console.WriteLine(pair.Key + "=" + pair.Value);
                }

                Console.WriteLine("done");
                Console.ReadLine();
            }
        }
        """;
}
