import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { AsOfProvider } from './asOf.tsx';
import { queryClient } from './query.ts';
import { router } from './routes.tsx';
import { schemeManager, styleNonce } from './ui/scheme.ts';
import { cssVariablesResolver, theme } from './ui/theme.ts';

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <AsOfProvider>
          <RouterProvider router={router} />
        </AsOfProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
