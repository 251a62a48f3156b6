// Chooses the order of the cards.
import { type BoardOrder, boardOrderSchema } from '../../../shared/contract/board.ts';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { Menu } from '../../ui/floating/Menu.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { orderLabels } from './order.ts';

type Props = { readonly value: BoardOrder; readonly onChange: (order: BoardOrder) => void };

export const OrderMenu = ({ value, onChange }: Props) => (
  <Menu
    button={props => (
      <Button {...props} aria-label={`Sort cards: ${orderLabels[value]}`} icon="down" look="plain">
        {orderLabels[value]}
      </Button>
    )}
    label="Sort cards"
    sections={[
      {
        items: boardOrderSchema.options.map(order => ({
          id: order,
          label: orderLabels[order],
          glyph: order === value ? <Icon name="check" size={16} /> : null,
          run: () => {
            onChange(order);
            announce(`Cards sorted: ${orderLabels[order]}.`);
          },
        })),
      },
    ]}
  />
);
